import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { loadArchiveKey, openArchive } from '../src/index.js';
import { archiveHome } from './archive-home.js';

it('the example of the README runs', async () => {
  const directory = await archiveHome();
  const body = Buffer.from('<rss/>');
  // The lines of the example, as they stand there.
  const key = await loadArchiveKey({ directory, env: process.env });
  const archive = openArchive({ directory, key });
  const { sha256 } = await archive.put(body);
  const same = await archive.get(sha256);
  expect(Buffer.from(same)).toEqual(body);

  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  const example = /```ts\n([^]*?)```/.exec(readme)?.[1]?.replaceAll(/\s/g, '');
  const here = (await readFile(import.meta.filename, 'utf8')).replaceAll(/\s/g, '');
  expect(example).toBeTruthy();
  expect(here).toContain(example);
});
