import { chmodSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { settlePlace } from '../src/postgres/place.js';
import { temporaryFolder } from './temporary-folder.js';

/** An account that owns nothing here. */
const stranger = { uid: 54_321, gid: 54_321 };

const modeOf = (path: string): number => statSync(path).mode & 0o777;

describe('the place of the embedded PostgreSQL', () => {
  it('is the home itself, made for its owner alone where it is missing', () => {
    const home = join(temporaryFolder(), 'data', 'vigil');
    expect(settlePlace(home, undefined)).toEqual({
      home,
      dataDir: join(home, 'postgres'),
      log: join(home, 'postgres.log'),
    });
    expect(modeOf(home)).toBe(0o700);
  });
});

describe.skipIf(process.getuid?.() !== 0)('the place of an embedded PostgreSQL that root starts', () => {
  it.each([
    ['is missing', undefined],
    ['is closed to others', 0o700],
  ])('is a home that %s, through which the server’s account may pass, and no one else', (_state, mode) => {
    const home = join(temporaryFolder(), 'data');
    if (mode !== undefined) mkdirSync(home, { mode });
    expect(settlePlace(home, stranger, '/nowhere').home).toBe(home);
    expect(modeOf(home)).toBe(0o710);
    expect(statSync(home).gid).toBe(stranger.gid);
  });

  it('is a home that is open already, as it is', () => {
    const home = temporaryFolder();
    expect(settlePlace(home, stranger, '/nowhere').home).toBe(home);
    expect(modeOf(home)).toBe(0o755);
    expect(statSync(home).gid).toBe(0);
  });

  it('is a folder of the system’s, one for each home, where the home lies behind a closed folder', () => {
    const closed = temporaryFolder();
    const system = temporaryFolder();
    mkdirSync(join(closed, 'one'));
    chmodSync(closed, 0o700);
    const [one, two] = ['one', 'two'].map((name) => settlePlace(join(closed, name), stranger, system).home);
    expect(one).toMatch(new RegExp(`^${system}/[0-9a-f]{12}$`));
    expect(two).not.toBe(one);
    expect(settlePlace(join(closed, 'one'), stranger, system).home).toBe(one);
    expect(existsSync(join(closed, 'two'))).toBe(false);
    expect(modeOf(closed)).toBe(0o700);
  });
});
