import { addWatch, ensureLocalOrganisation, localOrganisationId, openDatabase } from '@vigil/db';
import { sources } from '@vigil/sources';
import { createTestDatabase } from '@vigil/tooling/testing';
import pg from 'pg';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { expect, it } from 'vitest';
import { startWatchdog } from '../src/health/watchdog.js';
import { readFigures } from './figures.js';

it('the watchdog notices without a queue that nobody looks, says so once, and says when it ends', async () => {
  const { url, drop } = await createTestDatabase();
  const db = await openDatabase({ url });
  await ensureLocalOrganisation(db);
  const name = { source: 'cmecf-rss', params: { court: 'cacd' }, title: 'RSS feed of cacd', courtId: 'cacd' };
  await addWatch(db, localOrganisationId, { ...name, label: null, everyMs: null });
  await db.pool.query(`UPDATE target SET every_ms = 300000, created_at = now() - interval '3 hours'`);

  const lines: { readonly level: number; readonly trouble?: string; readonly msg: string }[] = [];
  const log = pino({}, { write: (line: string) => void lines.push(JSON.parse(line) as (typeof lines)[number]) });
  const registry = new Registry();
  const rooms = { db, sources, now: Date.now };
  const watchdog = startWatchdog({ rooms, registry, log, everyMs: 100 });
  const figure = async (): Promise<number | undefined> =>
    readFigures(await registry.metrics()).get('vigil_troubles{kind="OVERDUE"}');
  const eventually = { timeout: 20_000, interval: 20 };

  await expect.poll(figure, eventually).toBe(1);
  await db.pool.query('UPDATE target SET last_checked_at = now()');
  await expect.poll(figure, eventually).toBe(0);
  const owner = new pg.Client(url);
  await owner.connect();
  await owner.query('ALTER TABLE target RENAME TO gone');
  await owner.end();
  await expect.poll(figure, eventually).toBeNaN();
  await watchdog.close();

  const [begun, ended, lost] = lines;
  expect(begun).toMatchObject({
    level: 40,
    trouble: 'OVERDUE',
    msg: /not looked at since, though every 300 s is wished/,
  });
  expect(ended).toMatchObject({ level: 30, trouble: 'OVERDUE', msg: 'trouble ended' });
  expect(lost).toMatchObject({ level: 40, msg: 'the watchdog could not make its round' });
  await db.close();
  await drop();
});
