// What one new Observation costs in a small and in a large Case, and what a bulk load costs beside plain INSERTs of its rows.
// `node bench/merge/run.mjs [--json] [--entries 200,20000] [--rounds 200] [--bulk 1000000]`
import { ensureTarget, migrate, openDatabase, record } from '@vigil/db';
import { startThrowawayPostgres } from '@vigil/local-stack';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { insertAgain } from './insert-again.mjs';
import { entryOf, readingOf } from './statements.mjs';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    entries: { type: 'string', default: '200,20000' },
    rounds: { type: 'string', default: '200' },
    bulk: { type: 'string', default: '1000000' },
  },
});
const say = (text) => values.json || process.stderr.write(`${text}\n`);
const start = Date.UTC(2026, 0, 1);
const pageSize = 2_000;
const entriesOfCase = 50;

const server = await startThrowawayPostgres();
const admin = new pg.Client({ connectionString: server.url });
await admin.connect();
async function database(name) {
  await admin.query(`CREATE DATABASE ${name}`);
  const url = Object.assign(new URL(server.url), { pathname: `/${name}` }).href;
  await migrate(url);
  const owner = new pg.Client({ connectionString: url, options: '-c TimeZone=UTC' });
  await owner.connect();
  return { url, owner, db: await openDatabase({ url, max: 2 }) };
}
const targetOf = (db, name) =>
  ensureTarget(db, { source: 'cmecf-rss', params: { name }, title: name, courtId: 'cacd' });

/** Milliseconds that each of the rounds took, by size of the Case; in turns, so that what else the machine does meets all alike. */
async function mergeOne(sizes, rounds) {
  const { db, owner } = await database('bench_one');
  const cases = [];
  for (const [i, size] of sizes.entries()) {
    const caseId = String(1_000 + i);
    const history = await targetOf(db, `history ${size}`);
    for (let n = 0; n < size; n += pageSize) {
      const statements = Array.from({ length: Math.min(pageSize, size - n) }, (_, k) => entryOf(caseId, n + k));
      await record(db, readingOf(history, start + n, statements));
    }
    cases.push({ size, caseId, next: size, feed: await targetOf(db, `feed ${size}`), times: [] });
    say(`filled a case of ${size.toLocaleString('en')} entries`);
  }
  await owner.query('ANALYZE');
  for (let round = -20; round < rounds; round++)
    for (const one of cases) {
      // The entry before and a new one: as a feed shows them, so that a key is shared and the merge has something to join.
      const statements = [entryOf(one.caseId, one.next - 1), entryOf(one.caseId, one.next++)];
      const began = performance.now();
      await record(db, readingOf(one.feed, start + 1e9 + round * 1_000, statements));
      if (round >= 0) one.times.push(performance.now() - began);
    }
  await db.close();
  await owner.end();
  const p50 = cases.map(({ times }) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]);
  return { entries: sizes, p50, ratio: p50.at(-1) / p50[0] };
}

/** Rows a second of a bulk load, and of INSERTs of its rows. */
async function bulkLoad(count) {
  const [one, other] = [await database('bench_bulk'), await database('bench_plain')];
  const target = await targetOf(one.db, 'bulk');
  let ms = 0;
  for (let n = 0; n < count; n += pageSize) {
    const statements = Array.from({ length: Math.min(pageSize, count - n) }, (_, k) =>
      entryOf(String(Math.floor((n + k) / entriesOfCase) + 1), (n + k) % entriesOfCase),
    );
    const reading = readingOf(target, start + n, statements);
    const began = performance.now();
    await record(one.db, reading);
    ms += performance.now() - began;
    if (n > 0 && n % 100_000 === 0) say(`loaded ${n.toLocaleString('en')}: ${Math.round((n / ms) * 1_000)} a second`);
  }
  const plain = await insertAgain(one.owner, other.owner);
  const rows = Object.values(plain.counts).reduce((sum, n) => sum + n, 0);
  for (const { db, owner } of [one, other]) await Promise.all([db.close(), owner.end()]);
  const perSecond = (took) => Math.round((rows / took) * 1_000);
  return {
    observations: count,
    rows: plain.counts,
    record: perSecond(ms),
    inserts: perSecond(plain.ms),
    share: plain.ms / ms,
  };
}

const one = await mergeOne(values.entries.split(',').map(Number), Number(values.rounds));
const bulk = Number(values.bulk) > 0 ? await bulkLoad(Number(values.bulk)) : null;
await admin.end();
await server.stop();
if (values.json) console.log(JSON.stringify({ one, bulk }));
else {
  console.log(
    `One new Observation: ${one.p50.map((ms, i) => `${ms.toFixed(1)} ms among ${one.entries[i]}`).join(', ')}; ratio ${one.ratio.toFixed(2)} (1.5 at most)`,
  );
  if (bulk)
    console.log(
      `Bulk load: ${bulk.record} rows a second, plain INSERTs of the same rows ${bulk.inserts}; share ${bulk.share.toFixed(2)} (0.5 at least)`,
    );
}
