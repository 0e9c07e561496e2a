import { createEmptyDatabase } from '@vigil/tooling/testing';
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { changesAfter, headOfChanges, migrate, openDatabase, timelinePage } from '../src/index.js';

it('the example of the README runs, and is this', async () => {
  const { url, drop } = await createEmptyDatabase();
  // README
  await migrate(url);
  const db = await openDatabase({ url });
  const { events } = await timelinePage(db, { filter: { courts: ['cacd'] }, orderBy: 'OCCURRED_AT', limit: 50 });
  const changes = await changesAfter(db, 0, await headOfChanges(db), 100);
  // end
  expect([events, changes]).toEqual([[], []]);
  await db.close();
  await drop();
  const lines = (text: string): string => text.replaceAll(/\s/g, '');
  const [readme, itself] = await Promise.all(
    ['../README.md', './readme.test.ts'].map((file) => readFile(new URL(file, import.meta.url), 'utf8')),
  );
  expect(lines(readme!)).toContain(lines(/\/\/ README\n([^]*?)\/\/ end/.exec(itself!)![1]!));
});
