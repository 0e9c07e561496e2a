import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { temporaryFolder } from './temporary-folder.js';

it('the example of the README runs', async () => {
  const cwd = fileURLToPath(new URL('..', import.meta.url));
  const [, example = ''] = /```js\n(.*?)```/s.exec(readFileSync(`${cwd}/README.md`, 'utf8')) ?? [];
  const home = temporaryFolder();
  const code = example.replace("'.vigil'", JSON.stringify(home));
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', code], { cwd });
  expect(stdout.trim().split('\n')).toEqual([
    `Creating the database cluster in ${home}/postgres`,
    'Starting PostgreSQL 18',
    '127.0.0.1',
  ]);
});
