import { chmod, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadArchiveKey, openArchive } from '../src/index.js';
import { archiveHome, filesIn, runPutBodies, someKey } from './archive-home.js';

const refused = { code: 'ARCHIVE_KEY', policy: 'stop' };
const given = { VIGIL_ARCHIVE_KEY: Buffer.from(someKey).toString('base64') };
const body = Buffer.from('a page');

describe('the key of an archive', () => {
  it('is made at first use, for the eyes of one user, and is found again', async () => {
    const directory = await archiveHome();
    const key = await loadArchiveKey({ directory, env: {} });
    expect(key).toHaveLength(32);
    expect((await stat(path.join(directory, 'archive.key'))).mode & 0o777).toBe(0o600);
    await openArchive({ directory, key }).put(body);
    expect(await loadArchiveKey({ directory, env: { VIGIL_ARCHIVE_KEY: '' } })).toEqual(key);
    expect(await loadArchiveKey({ directory: await archiveHome(), env: {} })).not.toEqual(key);
  });

  it('is the one of the environment where that is given, and then none is written', async () => {
    const directory = await archiveHome();
    const key = await loadArchiveKey({ directory, env: given });
    expect([...key]).toEqual([...someKey]);
    const { location } = await openArchive({ directory, key }).put(body);
    expect(await filesIn(directory)).toEqual([path.normalize(location)]);
    expect(await loadArchiveKey({ directory, env: given })).toEqual(key);
  });

  it('is not made anew beside bodies', async () => {
    const directory = await archiveHome();
    await openArchive({ directory, key: await loadArchiveKey({ directory, env: {} }) }).put(body);
    await rm(path.join(directory, 'archive.key'));
    await expect(loadArchiveKey({ directory, env: {} })).rejects.toMatchObject(refused);
    expect(await filesIn(directory)).toHaveLength(1);
  });

  it('is refused where another one sealed the bodies', async () => {
    const directory = await archiveHome();
    await openArchive({ directory, key: await loadArchiveKey({ directory, env: {} }) }).put(body);
    await expect(loadArchiveKey({ directory, env: given })).rejects.toMatchObject(refused);
  });

  it('is not called wrong because one body is broken', async () => {
    const directory = await archiveHome();
    const key = await loadArchiveKey({ directory, env: {} });
    const archive = openArchive({ directory, key });
    for (let n = 0; n < 3; n += 1) await archive.put(Buffer.from(`page ${n}`));
    const [broken = ''] = (await filesIn(directory)).filter((name) => name !== 'archive.key');
    await writeFile(path.join(directory, broken), '');
    expect(await loadArchiveKey({ directory, env: {} })).toEqual(key);
  });

  it.each(['short', given.VIGIL_ARCHIVE_KEY.slice(1), `${given.VIGIL_ARCHIVE_KEY}AAAA`, '!'.repeat(44)])(
    'is refused where it is %j, and is not repeated in the message',
    async (text) => {
      const directory = await archiveHome();
      const error: unknown = await loadArchiveKey({ directory, env: { VIGIL_ARCHIVE_KEY: text } }).catch((e) => e);
      expect(error).toMatchObject(refused);
      expect(String(error)).not.toContain(text);
      await mkdir(directory, { recursive: true });
      await writeFile(path.join(directory, 'archive.key'), text, { mode: 0o600 });
      await expect(loadArchiveKey({ directory, env: {} })).rejects.toMatchObject(refused);
    },
  );

  it('is refused where other users can read it', async () => {
    const directory = await archiveHome();
    await loadArchiveKey({ directory, env: {} });
    await chmod(path.join(directory, 'archive.key'), 0o644);
    await expect(loadArchiveKey({ directory, env: {} })).rejects.toMatchObject(refused);
  });

  it('is one and the same for processes that start at once on an empty archive', async () => {
    const directory = await archiveHome();
    const printed = await Promise.all(
      Array.from({ length: 8 }, async (_, n) => runPutBodies(directory, String(n), String(n + 1))),
    );
    const keys = new Set(printed.map(([key]) => key));
    expect(keys.size).toBe(1);
    expect((await readFile(path.join(directory, 'archive.key'), 'utf8')).trim()).toBe([...keys][0]);
  });
});
