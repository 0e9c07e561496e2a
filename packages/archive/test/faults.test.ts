import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { loadArchiveKey, openArchive } from '../src/index.js';
import { archiveHome, filesIn, putBodies, runPutBodies, someKey } from './archive-home.js';

const bodyName = /^[0-9a-f]{64}$/;

/** Lets a process put bodies, kills it after some milliseconds; resolves with what it said it kept. */
async function putUntilKilled(directory: string, first: number, ms: number): Promise<string[]> {
  const child = spawn(process.execPath, [putBodies, directory, String(first), 'Infinity'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const kept: string[] = [];
  const lines = createInterface(child.stdout);
  lines.on('line', (line) => bodyName.test(line) && kept.push(line));
  // From the first body on, so that each kill falls into the work.
  await once(lines, 'line');
  setTimeout(() => child.kill('SIGKILL'), ms);
  await Promise.all([once(child, 'exit'), once(lines, 'close')]);
  return kept;
}

describe('an archive whose writers are killed', () => {
  it('has every body they said they kept, and shows none by half', async () => {
    const directory = await archiveHome();
    await loadArchiveKey({ directory, env: {} });
    const kept = new Set<string>();
    // On a busy machine a writer may be killed before it has kept anything: twelve rounds that did are wanted.
    for (let round = 0; round < 12 || (kept.size <= 12 && round < 60); round += 1) {
      const both = [0, 1].map(async (n) => putUntilKilled(directory, round * 1_000 + n * 3, 20 + ((round * 37) % 90)));
      for (const sha256 of (await Promise.all(both)).flat()) kept.add(sha256);
    }
    const archive = openArchive({ directory, key: await loadArchiveKey({ directory, env: {} }) });
    const visible = (await filesIn(directory)).map((file) => path.basename(file)).filter((name) => bodyName.test(name));
    expect(visible.length).toBeGreaterThanOrEqual(kept.size);
    expect(kept.size).toBeGreaterThan(12);
    for (const sha256 of new Set([...kept, ...visible])) expect((await archive.get(sha256)).length).toBeGreaterThan(0);
  });
});

describe('an archive that many processes share', () => {
  it('keeps one whole copy of a body that they put at once', async () => {
    const directory = await archiveHome();
    const printed = await Promise.all(Array.from({ length: 6 }, async () => runPutBodies(directory, '0', '10')));
    const names = new Set(printed.flatMap((lines) => lines.slice(1)));
    expect(names.size).toBe(10);
    const archive = openArchive({ directory, key: await loadArchiveKey({ directory, env: {} }) });
    for (const name of names) expect(await archive.has(name)).toBe(true);
    for (const name of names) expect((await archive.get(name)).length).toBeGreaterThan(0);
    expect((await filesIn(directory)).length).toBe(11);
  });

  it('serves readers while one body is put again and again', async () => {
    const directory = await archiveHome();
    const body = Buffer.from('the same page '.repeat(5_000));
    const stored = await Promise.all(
      Array.from({ length: 20 }, async () => openArchive({ directory, key: someKey }).put(body)),
    );
    const archive = openArchive({ directory, key: someKey });
    const [sha256 = ''] = stored.map((one) => one.sha256);
    const read = await Promise.all(Array.from({ length: 20 }, async () => archive.get(sha256)));
    expect(read.every((bytes) => Buffer.from(bytes).equals(body))).toBe(true);
    expect(stored.some((one) => one.stored)).toBe(true);
  });
});

describe('an archive on a disk that refuses', () => {
  it.skipIf(process.platform === 'win32')('leaves nothing of a body that does not fit, and says so', async () => {
    const directory = await archiveHome();
    await loadArchiveKey({ directory, env: {} });
    // A limit on the size of a file stands in for a full disk: both break a write in the middle.
    const script = `
      import { loadArchiveKey, openArchive } from '@vigil/archive';
      import { randomBytes } from 'node:crypto';
      const archive = openArchive({ directory: process.argv[1], key: await loadArchiveKey({ directory: process.argv[1], env: {} }) });
      const error = await archive.put(randomBytes(100_000)).catch((error) => error);
      console.log(JSON.stringify({ code: error.code, cause: error.cause?.code, policy: error.policy }));
      console.log((await archive.put(Buffer.from('small'))).stored);`;
    const { stdout } = await promisify(execFile)(
      'bash',
      ['-c', 'ulimit -f 16; exec "$0" --input-type=module -e "$1" "$2"', process.execPath, script, directory],
      { cwd: import.meta.dirname },
    );
    const [error = '', second] = stdout.trim().split('\n');
    expect(JSON.parse(error)).toEqual({ code: 'ARCHIVE_DISK', cause: 'EFBIG', policy: 'retry' });
    expect(second).toBe('true');
    expect(await filesIn(directory)).toHaveLength(2);
  });

  it('is ARCHIVE_DISK where its place is taken by a file, and works once that is gone', async () => {
    const home = await archiveHome();
    await writeFile(home, 'not a folder');
    const archive = openArchive({ directory: home, key: someKey });
    await expect(archive.put(Buffer.from('x'))).rejects.toMatchObject({ code: 'ARCHIVE_DISK' });
    await expect(archive.get('0'.repeat(64))).rejects.toMatchObject({ code: 'ARCHIVE_DISK' });
    await rm(home);
    expect((await archive.put(Buffer.from('x'))).stored).toBe(true);
  });
});
