import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addWatch,
  asOrganisation,
  changeWatch,
  ensureTarget,
  listTargets,
  listWatches,
  refreshDemand,
  type WatchWish,
} from '../src/index.js';
import { openTestDatabase, type OpenTestDatabase } from './factory.js';

const tenantTables = [
  'organisation',
  'member',
  'api_key',
  'watch',
  'person',
  'consent',
  'person_capture',
  'person_observation',
  'person_sighting',
  'person_event',
  'person_event_revision',
  'person_coverage',
  'conflict',
  'audit',
];
const wish = (everyMs: number | null): WatchWish => ({
  source: 'test-feed',
  params: { name: 'shared' },
  title: 'Shared feed',
  courtId: 'cacd',
  label: null,
  everyMs,
});

describe('tenants', () => {
  let test: OpenTestDatabase;
  const [one, other] = [randomUUID(), randomUUID()];
  beforeAll(async () => {
    test = await openTestDatabase();
    for (const id of [one, other])
      await asOrganisation(test.db, id, (tx) =>
        tx.query('INSERT INTO organisation (id, slug, name) VALUES ($1, $2, $2)', [id, id]),
      );
  });
  afterAll(() => test.close());

  it('every table with an organisation_id has row-level security, and so has the table of organisations', async () => {
    const { rows } = await test.db.pool.query<{ name: string; secured: boolean }>(
      `SELECT c.relname AS name, c.relrowsecurity AND EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid) AS secured FROM pg_class c
       JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition
         AND (c.relname = 'organisation' OR EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'organisation_id'))
         AND c.relname <> 'change' ORDER BY 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual([...tenantTables].sort());
    expect(rows.filter(({ secured }) => !secured)).toEqual([]);
  });

  it('the application neither owns a table nor bypasses row-level security', async () => {
    const { rows } = await test.db.pool.query(
      `SELECT current_user AS role, rolsuper, rolbypassrls, (SELECT count(*)::int FROM pg_tables WHERE tableowner = current_user) AS owned FROM pg_roles WHERE rolname = current_user`,
    );
    expect(rows).toEqual([{ role: 'vigil_app', rolsuper: false, rolbypassrls: false, owned: 0 }]);
  });

  it('without an organisation nothing of any tenant is seen or written', async () => {
    await addWatch(test.db, one, wish(null));
    for (const table of tenantTables) expect((await test.db.pool.query(`SELECT * FROM ${table}`)).rows).toEqual([]);
    await expect(
      test.db.pool.query('INSERT INTO organisation (id, slug, name) VALUES ($1, $2, $2)', [randomUUID(), 'x']),
    ).rejects.toThrow('row-level security');
  });

  it('an organisation neither sees nor changes nor forges rows of another', async () => {
    const watch = await addWatch(test.db, one, wish(null));
    expect((await listWatches(test.db, other)).map(({ id }) => id)).not.toContain(watch.id);
    await expect(changeWatch(test.db, other, watch.id, 'remove')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(
      asOrganisation(test.db, other, (tx) =>
        tx.query('INSERT INTO watch (id, organisation_id, target_id) VALUES ($1, $2, $3)', [
          randomUUID(),
          one,
          watch.targetId,
        ]),
      ),
    ).rejects.toThrow('row-level security');
    expect((await listWatches(test.db, one)).map(({ id }) => id)).toContain(watch.id);
  });

  it('plain text is refused where sealed data is wanted', async () => {
    const insert = (sealed: Buffer): Promise<unknown> =>
      asOrganisation(test.db, one, (tx) =>
        tx.query(
          'INSERT INTO person (id, organisation_id, alias, sealed, data_key_sealed, key_version) VALUES ($1, $2, $3, $4, $5, 1)',
          [randomUUID(), one, randomUUID(), sealed, Buffer.alloc(61, 1)],
        ),
      );
    await expect(insert(Buffer.from('a name in plain text, which is long enough'))).rejects.toThrow('check constraint');
    await expect(insert(Buffer.alloc(40, 1))).resolves.toBeDefined();
  });

  it('one Target is looked at once however many want it, as often as the shortest wish within the bounds', async () => {
    const pace = { everyMs: 300_000, atMostMs: 120_000 };
    const mine = await addWatch(test.db, one, wish(null));
    const period = async (): Promise<number | undefined> =>
      (await refreshDemand(test.db, () => pace)).find(({ targetId }) => targetId === mine.targetId)?.everyMs;
    expect(await period()).toBe(300_000);
    const theirs = await addWatch(test.db, other, wish(200_000));
    expect(theirs.targetId).toBe(mine.targetId);
    expect(await period()).toBe(200_000);
    await addWatch(test.db, other, wish(1_000));
    expect(await period()).toBe(120_000);
    await changeWatch(test.db, other, theirs.id, 'pause');
    expect(await period()).toBe(300_000);
    await changeWatch(test.db, one, mine.id, 'remove');
    expect(await period()).toBeUndefined();
    await changeWatch(test.db, other, theirs.id, 'resume');
    expect(await period()).toBe(120_000);
  });

  it('what is always looked at needs no Watch, and keeps the pace of its Source beside slower wishes', async () => {
    const pace = { everyMs: 300_000, atMostMs: 120_000 };
    const always = await ensureTarget(test.db, { source: 'x', params: {}, title: 'x', courtId: null });
    const period = async (ids: readonly string[]): Promise<number | undefined> =>
      (await refreshDemand(test.db, () => pace, ids)).find(({ targetId }) => targetId === always)?.everyMs;
    expect(await period([])).toBeUndefined();
    expect(await period([always])).toBe(300_000);
    expect((await listTargets(test.db)).map(({ id }) => id)).toContain(always);
    const watched = { source: 'x', params: {}, title: 'x', courtId: null, label: null };
    await addWatch(test.db, one, { ...watched, everyMs: 900_000 });
    expect(await period([always])).toBe(300_000);
    await addWatch(test.db, other, { ...watched, everyMs: 150_000 });
    expect(await period([always])).toBe(150_000);
    expect(await period([])).toBe(150_000);
  });

  it('what was seen, said and told cannot be changed or deleted by the application', async () => {
    for (const table of ['observation', 'capture', 'body', 'change', 'audit']) {
      await expect(test.db.pool.query(`DELETE FROM ${table}`)).rejects.toThrow('permission denied');
    }
    await expect(test.db.pool.query(`UPDATE observation SET content = '{}'`)).rejects.toThrow('permission denied');
    await expect(test.db.pool.query('UPDATE change SET seq = seq')).rejects.toThrow('permission denied');
  });
});
