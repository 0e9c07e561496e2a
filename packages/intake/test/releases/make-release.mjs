#!/usr/bin/env node
/**
 * Keeps what this release makes of an invented story, so that later releases can prove that they upgrade it: a dump of
 * its database, what readers are told, and each page that was read, in `<latest migration>.json.gz`. To be run by hand
 * at each release that has a new migration, on the oldest PostgreSQL, whose dumps all later ones can read:
 *
 *     npm run build && node infra/on-postgres.mjs 15 node packages/intake/test/releases/make-release.mjs
 */
import { loadArchiveKey, openArchive } from '@vigil/archive';
import { foundingStory, loadScenario, startCourthouse, VirtualClock } from '@vigil/courthouse';
import { addWatch, ensureLocalOrganisation, listTargets, localOrganisationId, migrate, openDatabase } from '@vigil/db';
import { createFetcher, createHostGate } from '@vigil/fetcher';
import { importFile, runCheck } from '@vigil/intake';
import { sources } from '@vigil/sources';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { readTold } from './read-told.mjs';

const source = 'cmecf-rss';

/** Plays the story on a clock that stands still but when it is moved, with an outage, and a page that a person saved. */
async function play(db, directory) {
  const scenario = await loadScenario(foundingStory);
  const clock = new VirtualClock(scenario.clock);
  clock.pause();
  const courthouse = await startCourthouse({ scenario, clock });
  const fetcher = createFetcher({
    userAgent: 'Vigil/0.1 (a release is kept)',
    via: courthouse.origin,
    gate: createHostGate({ minIntervalMs: 0 }),
    clock: { now: () => clock.now(), monotonic: () => performance.now(), sleep: (ms) => sleep(ms) },
  });
  const archive = openArchive({ directory, key: await loadArchiveKey({ directory, env: {} }) });
  const pages = [];
  const keepPage = (court, capturedAt, body) =>
    pages.push({ source, court, capturedAt, body: Buffer.from(body).toString('latin1') });
  for (const { id } of scenario.courts) {
    const title = `RSS feed of ${id}`;
    const wish = { source, params: { court: id }, title, courtId: id, label: null, everyMs: null };
    await addWatch(db, localOrganisationId, wish);
  }
  const targets = await listTargets(db, { unwatched: true });
  for (const [beat, { until }] of scenario.clock.beats.entries()) {
    clock.advanceTo(until);
    for (const { id, courtId } of targets) {
      if (beat === 3) courthouse.fault(`ecf.${courtId}.uscourts.gov`, { kind: 'unavailable', times: 1 });
      const get = async (request, options) => {
        const fetched = await fetcher.get(request, options);
        if (fetched.status === 200) keepPage(courtId, fetched.receivedAt, fetched.body);
        return fetched;
      };
      await runCheck({ db, archive, sources, fetcher: { ...fetcher, get }, now: () => clock.now() }, id);
    }
  }
  // An hour later somebody saves the page, on which the clerk has corrected an entry.
  const last = pages.findLast(({ body }) => body.includes('<item>'));
  const corrected = last.body.replace(/(&lt;|<)?description>\[([^\]]+)\]/g, (text) =>
    text.replace(']', ' (corrected)]'),
  );
  const capturedAt = new Date(Date.parse(last.capturedAt) + 3_600_000).toISOString();
  const body = Buffer.from(corrected, 'latin1');
  await importFile({ db, archive, sources, now: Date.now }, { source, court: last.court, bytes: body, capturedAt });
  keepPage(last.court, capturedAt, body);
  await fetcher.close();
  await courthouse.close();
  return pages;
}

/** As SQL that a driver can run: without what only psql understands. */
function dump(url) {
  const args = ['--no-owner', '--inserts', '--rows-per-insert=100', '--dbname', url];
  const sql = execFileSync('pg_dump', args, { encoding: 'utf8', maxBuffer: 100_000_000 });
  return sql.replace(/^\\(?:un)?restrict .*\n/gm, '').replace(/^--.*\n|^\n/gm, '');
}

const url = process.env['VIGIL_TEST_DATABASE_URL'];
if (url === undefined) throw new Error('To be run by infra/on-postgres.mjs: see the first lines of this file');
const directory = mkdtempSync(path.join(tmpdir(), 'vigil-release-'));
try {
  const migrations = await migrate(url);
  const db = await openDatabase({ url });
  await ensureLocalOrganisation(db);
  const pages = await play(db, directory);
  const told = await readTold(db);
  await db.close();
  const file = path.join(import.meta.dirname, `${migrations.at(-1)}.json.gz`);
  const kept = gzipSync(JSON.stringify({ migrations, sql: dump(url), told, pages }), { level: 9 });
  // What was kept once stays as it is: a later run of other code would prove nothing.
  writeFileSync(file, kept, { flag: 'wx' });
  const kinds = told.changes.map(({ kind }) => kind);
  const counted = [...new Set(kinds)].map((kind) => `${kinds.filter((other) => other === kind).length} ${kind}`);
  console.log(`${file}: ${kept.length} bytes, ${pages.length} pages, ${counted.join(', ')}`);
} finally {
  rmSync(directory, { recursive: true });
}
