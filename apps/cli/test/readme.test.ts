import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { feedOf, writeFeed } from './feed.js';
import { makePlace, vigil } from './vigil.js';

it('the README’s example works as it stands', async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  const lines = /```sh\n([\s\S]+?)```/.exec(readme)![1]!.trim().split('\n');
  expect(lines).toHaveLength(4);
  const place = await makePlace();
  const at = new Date('2017-12-11T17:00:00Z');
  const items = [{ sequence: 1, label: 'Petition for Writ', at }];
  await writeFeed(place.folder, 'cacd_monday.xml', feedOf('cacd', at, items));
  process.chdir(place.folder);
  const ran = [];
  for (const line of lines) ran.push(await vigil(place.env, ...line.split(' ').slice(1)));
  expect(ran.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
  expect(ran[2]!.out).toContain('Petition for Writ');
  await place.leave();
});
