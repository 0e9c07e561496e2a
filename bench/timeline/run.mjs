// A page of 50 Events with their Cases, at 10^4 and at 10^6 Events in one run: p50 and their ratio.
// `node bench/timeline/run.mjs [--json] [--sizes 10000,1000000] [--rounds 400]`
import { casesById, migrate, openDatabase, timelinePage } from '@vigil/db';
import { startThrowawayPostgres } from '@vigil/local-stack';
import pg from 'pg';
import { parseArgs } from 'node:util';
import { fill } from './fill.mjs';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    sizes: { type: 'string', default: '10000,1000000' },
    rounds: { type: 'string', default: '400' },
  },
});
const sizes = values.sizes.split(',').map(Number);
const rounds = Number(values.rounds);
const say = (text) => values.json || process.stderr.write(`${text}\n`);

const server = await startThrowawayPostgres();
const admin = new pg.Client({ connectionString: server.url });
await admin.connect();
const databases = [];
for (const size of sizes) {
  const started = performance.now();
  await admin.query(`CREATE DATABASE bench_${size}`);
  const url = Object.assign(new URL(server.url), { pathname: `/bench_${size}` }).href;
  await migrate(url);
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  await fill(owner, size);
  await owner.end();
  databases.push({ size, db: await openDatabase({ url, max: 2 }) });
  say(`filled ${size.toLocaleString('en')} Events in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

/** The pages that are measured. Deep ones begin at a random place. */
const from = 1_500_000_000_000;
const pages = {
  'newest, all courts': () => ({ filter: {} }),
  'deep, all courts': () => ({
    filter: {},
    after: {
      value: String(from + Math.floor(Math.random() * 2_000_000) * 100_000),
      id: '80000000-0000-8000-8000-000000000000',
    },
  }),
  'one court': () => ({ filter: { courts: ['cacd'] } }),
  'one Case': (cases) => ({ filter: { cases: [cases[Math.floor(Math.random() * cases.length)]] } }),
  'by time of recording': () => ({ filter: {}, orderBy: 'RECORDED_AT' }),
};

async function readPage({ db, cases }, shape) {
  const started = performance.now();
  const { events } = await timelinePage(db, { orderBy: 'OCCURRED_AT', limit: 50, ...shape(cases) });
  await casesById(db, [...new Set(events.map(({ caseId }) => caseId))]);
  return performance.now() - started;
}

const quantile = (times, q) => times.toSorted((a, b) => a - b)[Math.floor(times.length * q)];
for (const database of databases) {
  const { rows } = await database.db.pool.query('SELECT id FROM "case" LIMIT 1000');
  database.cases = rows.map(({ id }) => id);
}
const results = [];
for (const [name, shape] of Object.entries(pages)) {
  const times = new Map(sizes.map((size) => [size, []]));
  for (let round = -50; round < rounds; round++) {
    for (const database of databases) {
      const took = await readPage(database, shape); // in turns, so that what else the machine does meets both alike
      if (round >= 0) times.get(database.size).push(took);
    }
  }
  const p50 = sizes.map((size) => quantile(times.get(size), 0.5));
  results.push({
    page: name,
    p50,
    p99: sizes.map((size) => quantile(times.get(size), 0.99)),
    ratio: p50.at(-1) / p50[0],
  });
}
for (const { db } of databases) await db.close();
await admin.end();
await server.stop();
if (values.json) console.log(JSON.stringify({ sizes, results }, null, 2));
else {
  console.log(
    `${'page of 50 Events with their Cases'.padEnd(36)}${sizes.map((size) => `p50 at ${size.toLocaleString('en')}`.padStart(20)).join('')}   ratio`,
  );
  for (const { page, p50, ratio } of results)
    console.log(
      `${page.padEnd(36)}${p50.map((ms) => `${ms.toFixed(2)} ms`.padStart(20)).join('')}${ratio.toFixed(2).padStart(8)}`,
    );
}
