/** What docs/operations.md says of backups, done by its own commands. */
import { loadArchiveKey, openArchive } from '@vigil/archive';
import { foundingStory, loadScenario, VirtualClock } from '@vigil/courthouse';
import { changesAfter, ensureTarget, migrate, openDatabase } from '@vigil/db';
import { createEmptyDatabase, serverProgram } from '@vigil/tooling/testing';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { runCheck, type CheckResult, type Rooms } from '../src/index.js';
import { openHouse } from './house.js';
import { readTold } from './releases/read-told.mjs';

const run = promisify(execFile);
const most = Number.MAX_SAFE_INTEGER;

/** The arguments of a command of the page, with these values for its variables. */
async function documented(program: string, values: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const page = await readFile(new URL('../../../docs/operations.md', import.meta.url), 'utf8');
  const line = page.split('\n').find((each) => each.startsWith(`${program} `));
  return line!
    .split(' ')
    .slice(1)
    .map((word) => word.replaceAll(/"\$([A-Z_]+)"/g, (_all, name: string) => values[name]!));
}

it('a backup restored elsewhere tells the same, holds the same bytes, and goes on where it was', async () => {
  const scenario = await loadScenario(foundingStory);
  const clock = new VirtualClock(scenario.clock);
  clock.pause();
  const house = await openHouse({ scenario, clock });
  onTestFinished(() => house.close());
  const [dump, restore] = [
    await serverProgram('pg_dump', house.databaseUrl),
    await serverProgram('pg_restore', house.databaseUrl),
  ];
  const targets = await Promise.all(
    scenario.courts.map(({ id }) =>
      ensureTarget(house.rooms.db, { source: 'cmecf-rss', params: { court: id }, title: `Feed of ${id}`, courtId: id }),
    ),
  );
  const look = async (rooms: Rooms): Promise<readonly CheckResult[]> => {
    const results: CheckResult[] = [];
    for (const target of targets) results.push(await runCheck(rooms, target));
    return results;
  };
  for (const { until } of scenario.clock.beats.slice(0, 7)) {
    clock.advanceTo(until);
    await look(house.rooms);
  }
  const told = await readTold(house.rooms.db);
  expect(told.head).toBeGreaterThan(15);

  const place = await mkdtemp(path.join(tmpdir(), 'vigil-backup-'));
  onTestFinished(() => rm(place, { recursive: true }));
  const copy = { file: path.join(place, 'vigil.dump'), archive: path.join(place, 'archive') };
  const { url, drop } = await createEmptyDatabase();
  onTestFinished(drop);
  await run(dump, await documented('pg_dump', { FILE: copy.file, DATABASE_URL: house.databaseUrl }));
  // The house goes on meanwhile: the archive may be ahead of the dump, and never behind it.
  clock.advanceTo(scenario.clock.beats[7]!.until);
  await look(house.rooms);
  await cp(house.archiveDirectory, copy.archive, { recursive: true });
  await run(restore, await documented('pg_restore', { FILE: copy.file, DATABASE_URL: url }));

  expect(await migrate(url)).toEqual([]);
  const db = await openDatabase({ url });
  onTestFinished(() => db.close());
  expect(await readTold(db)).toEqual(told);
  const key = await loadArchiveKey({ directory: copy.archive, env: {} });
  const archive = openArchive({ directory: copy.archive, key });
  const { rows } = await db.pool.query<{ raw_sha256: string; bytes: number }>(
    'SELECT raw_sha256, bytes::int FROM body',
  );
  expect(rows.length).toBeGreaterThan(10);
  for (const { raw_sha256: sha256, bytes } of rows) {
    const body = await archive.get(sha256);
    expect([createHash('sha256').update(body).digest('hex'), body.byteLength]).toEqual([sha256, bytes]);
  }

  // A subscriber that had heard half of it hears the rest of the restored log.
  const half = Math.floor(told.head / 2);
  expect(await changesAfter(db, half, most, most)).toEqual(await changesAfter(house.rooms.db, half, told.head, most));

  // What came after the dump is seen again, since the courts still show it; it comes after every cursor, and only once.
  const restored = { ...house.rooms, db, archive };
  await look(restored);
  const heard = await changesAfter(db, told.head, most, most);
  expect(heard[0]?.seq).toBe(told.head + 1);
  expect((await look(restored)).map((result) => [result.outcome, 'changes' in result && result.changes])).toEqual(
    targets.map(() => ['NO_NEWS', 0]),
  );
  const afterwards = await Promise.all([readTold(db), readTold(house.rooms.db)]);
  const [ours, theirs] = afterwards.map(({ byOccurrence }) => byOccurrence.map(({ id, content }) => [id, content]));
  expect(ours).toEqual(theirs);
});
