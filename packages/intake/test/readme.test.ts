import { ensureTarget } from '@vigil/db';
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { runCheck } from '../src/index.js';
import { openHouse } from './house.js';

it('the example of the README runs, and is this', async () => {
  const house = await openHouse();
  const { db, archive, fetcher, sources } = house.rooms;
  const targetId = await ensureTarget(db, {
    source: 'cmecf-rss',
    params: { court: 'cacd' },
    title: 'RSS feed of cacd',
    courtId: 'cacd',
  });
  const result = await runCheck({ db, archive, fetcher, sources, now: Date.now }, targetId);
  expect(result).toEqual({ outcome: 'NEWS', changes: 2, checkId: expect.any(String), source: 'cmecf-rss' });
  await house.close();
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  expect(readme).toContain(
    'const result = await runCheck({ db, archive, fetcher, sources, now: Date.now }, targetId);',
  );
  expect(readme).toContain("{ outcome: 'NEWS', changes: 2, checkId, source }");
});
