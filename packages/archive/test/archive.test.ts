import { createHash } from 'node:crypto';
import { readFile, stat, utimes, writeFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../src/index.js';
import { archiveHome, filesIn, someKey } from './archive-home.js';

const body = Buffer.from('a page that names somebody '.repeat(1_000));
const sha256 = createHash('sha256').update(body).digest('hex');
const location = `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;

describe('an archive', () => {
  it('gives back what was put, byte for byte', async () => {
    const archive = openArchive({ directory: await archiveHome(), key: someKey });
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5_000, size: 'max' }), async (bytes) => {
        const stored = await archive.put(bytes);
        expect(stored.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
        expect(stored.bytes).toBe(bytes.length);
        expect(await archive.has(stored.sha256)).toBe(true);
        expect(Buffer.from(await archive.get(stored.sha256)).equals(bytes)).toBe(true);
      }),
    );
  });

  it('keeps a body once, at a place that its SHA-256 tells', async () => {
    const directory = await archiveHome();
    const archive = openArchive({ directory, key: someKey });
    expect(await archive.has(sha256)).toBe(false);
    expect(await archive.put(body)).toEqual({ sha256, location, bytes: body.length, stored: true });
    expect(await archive.put(body)).toEqual({ sha256, location, bytes: body.length, stored: false });
    expect(await filesIn(directory)).toEqual([path.normalize(location)]);
  });

  it('keeps bodies sealed, small, and for the eyes of one user', async () => {
    const directory = await archiveHome();
    await openArchive({ directory, key: someKey }).put(body);
    const file = path.join(directory, location);
    const sealed = await readFile(file);
    expect(sealed.length).toBeLessThan(body.length / 10);
    expect(sealed.includes('somebody')).toBe(false);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    for (const folder of [directory, path.dirname(file), path.dirname(path.dirname(file))])
      expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  it('seals one body differently each time', async () => {
    const sealed = await Promise.all(
      [0, 1].map(async () => {
        const directory = await archiveHome();
        await openArchive({ directory, key: someKey }).put(body);
        return readFile(path.join(directory, location), 'hex');
      }),
    );
    expect(sealed[0]).not.toBe(sealed[1]);
  });

  it('says that a body is not there', async () => {
    const archive = openArchive({ directory: await archiveHome(), key: someKey });
    await expect(archive.get(sha256)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each(['', '../../etc/passwd', sha256.toUpperCase(), `${sha256}/`, `../${sha256.slice(3)}`, `${sha256}\n`])(
    'does not take %j for a name',
    async (name) => {
      const archive = openArchive({ directory: await archiveHome(), key: someKey });
      await expect(archive.get(name)).rejects.toMatchObject({ code: 'BAD_INPUT' });
      await expect(archive.has(name)).rejects.toMatchObject({ code: 'BAD_INPUT' });
    },
  );

  it('is not opened with a key of another length', () => {
    expect(() => openArchive({ directory: '.', key: new Uint8Array(16) })).toThrow(
      expect.objectContaining({ code: 'ARCHIVE_KEY' }),
    );
  });

  it('does not answer with a changed body, wherever it was changed or cut', async () => {
    const directory = await archiveHome();
    const archive = openArchive({ directory, key: someKey });
    await archive.put(body);
    const file = path.join(directory, location);
    const sealed = await readFile(file);
    const damage = fc.oneof(
      fc.record({ at: fc.nat(sealed.length - 1), bits: fc.integer({ min: 1, max: 255 }) }),
      fc.record({ keep: fc.nat(sealed.length - 1) }),
      fc.record({ add: fc.uint8Array({ minLength: 1, maxLength: 20 }) }),
    );
    await fc.assert(
      fc.asyncProperty(damage, async (how) => {
        const broken = Buffer.from(sealed);
        if ('at' in how) broken[how.at] = (broken[how.at] ?? 0) ^ how.bits;
        const bytes = 'keep' in how ? broken.subarray(0, how.keep) : broken;
        await writeFile(file, 'add' in how ? Buffer.concat([bytes, how.add]) : bytes);
        // In the eight bytes that name the key, damage cannot be told from another key.
        const code = 'at' in how && how.at >= 1 && how.at <= 8 ? 'ARCHIVE_KEY' : 'ARCHIVE_CORRUPT';
        await expect(archive.get(sha256)).rejects.toMatchObject({ code });
      }),
      { numRuns: 300 },
    );
    await writeFile(file, sealed);
    expect(Buffer.from(await archive.get(sha256)).equals(body)).toBe(true);
  });

  it('does not take one body for another', async () => {
    const directory = await archiveHome();
    const archive = openArchive({ directory, key: someKey });
    const other = await archive.put(Buffer.from('another page'));
    await archive.put(body);
    await writeFile(path.join(directory, location), await readFile(path.join(directory, other.location)));
    await expect(archive.get(sha256)).rejects.toMatchObject({ code: 'ARCHIVE_CORRUPT' });
  });

  it('says when another key sealed a body', async () => {
    const directory = await archiveHome();
    await openArchive({ directory, key: someKey }).put(body);
    const stranger = openArchive({ directory, key: new Uint8Array(32).fill(8) });
    await expect(stranger.get(sha256)).rejects.toMatchObject({ code: 'ARCHIVE_KEY' });
  });

  it('removes what killed writers left, and nothing that is still being written', async () => {
    const directory = await archiveHome();
    const work = path.join(directory, 'unfinished');
    await mkdir(work, { recursive: true });
    await writeFile(path.join(work, 'old.unfinished'), 'x');
    await writeFile(path.join(work, 'new.unfinished'), 'x');
    const twoHoursAgo = Date.now() / 1_000 - 7_200;
    await utimes(path.join(work, 'old.unfinished'), twoHoursAgo, twoHoursAgo);
    await openArchive({ directory, key: someKey }).put(body);
    expect(await filesIn(work)).toEqual(['new.unfinished']);
  });
});
