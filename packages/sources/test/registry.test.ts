import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { sourceById, sources } from '../src/index.js';

const room = fileURLToPath(new URL('..', import.meta.url));

describe('the registry', () => {
  it('holds each folder with a source.ts, under the folder’s name', () => {
    const folders = readdirSync(join(room, 'src')).filter((name) => existsSync(join(room, 'src', name, 'source.ts')));
    expect([...sources.keys()]).toEqual(folders.sort());
    for (const [id, source] of sources) expect(source.id).toBe(id);
  });

  it('is what the generator writes', () => {
    expect(spawnSync(process.execPath, [join(room, 'generate.mjs'), '--check']).status).toBe(0);
  });

  it('finds a Source by its id, and no other', () => {
    expect(sourceById('cmecf-rss').kind).toBe('feed');
    for (const id of ['', 'cmecf', 'constructor']) {
      expect(() => sourceById(id)).toThrow(expect.objectContaining({ code: 'UNKNOWN_SOURCE' }));
    }
  });

  it('does what the README shows', () => {
    const readme = readFileSync(join(room, 'README.md'), 'utf8');
    const shown = (pattern: RegExp): string => pattern.exec(readme)![1]!;
    const source = sourceById(shown(/sourceById\('(.+)'\)/));
    const params = source.params.parse({ court: shown(/parse\(\{ court: '(\w+)'/) });
    expect(params).toEqual({ court: shown(/\/\/ \{ court: '(\w+)'/) });
    expect(source.plan(params).url).toBe(shown(/\.url; \/\/ '(.+)'/));
  });
});
