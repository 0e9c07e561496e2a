import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startPostgres } from '../src/index.js';
import { ask, startForTest } from './servers.js';
import { temporaryFolder } from './temporary-folder.js';

it.skipIf(process.platform === 'win32')('a home that is copied while its server stands still is a backup', async () => {
  const folder = temporaryFolder();
  const [home, copy] = [join(folder, 'home'), join(folder, 'copy')];
  const { url, stop } = await startPostgres({ home });
  await ask(url, 'CREATE TABLE kept AS SELECT 42 AS n');
  await stop();
  execFileSync('cp', ['-a', home, copy]);
  const [one, other] = [await startForTest(home), await startForTest(copy)];
  await ask(one.url, 'DROP TABLE kept');
  expect(await ask(other.url, 'SELECT n FROM kept')).toEqual([{ n: 42 }]);
  expect(other.dataDir).not.toBe(one.dataDir);
});
