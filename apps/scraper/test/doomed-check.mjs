// Runs one Check as the scraper does and kills itself with SIGKILL at the given await.
// Every query, fetch and write is counted as it ends: until the next one begins nothing else leaves this process.
import { loadArchiveKey, openArchive } from '@vigil/archive';
import { openDatabase } from '@vigil/db';
import { createFetcher, createHostGate } from '@vigil/fetcher';
import { sources } from '@vigil/sources';
import { pino } from 'pino';
import { checkHandler } from '../dist/check-handler.js';
import { ScraperMetrics } from '../dist/health/scraper-metrics.js';

const { databaseUrl, directory, via, targetId, dieAt } = JSON.parse(process.argv[2]);
let awaits = 0;
const point = () => {
  if (++awaits === dieAt) process.kill(process.pid, 'SIGKILL');
};
const doomed =
  (call) =>
  async (...args) => {
    const result = await call(...args);
    point();
    return result;
  };

const db = await openDatabase({ url: databaseUrl });
const { pool } = db;
const connect = pool.connect.bind(pool);
const wrapped = new WeakSet();
const doomedConnect = doomed(async () => {
  const client = await connect();
  if (!wrapped.has(client)) client.query = doomed(client.query.bind(client));
  wrapped.add(client);
  return client;
});
// pg's own pool.query comes with a callback; its points are counted around it.
pool.connect = (callback) => (callback ? connect(callback) : doomedConnect());
pool.query = doomed(pool.query.bind(pool));
const archive = openArchive({ directory, key: await loadArchiveKey({ directory, env: {} }) });
const fetcher = createFetcher({ userAgent: 'Vigil/0.1 (test)', via, gate: createHostGate({ minIntervalMs: 0 }) });
const rooms = {
  db,
  archive: { ...archive, put: doomed((body) => archive.put(body)) },
  fetcher: { ...fetcher, get: doomed((request, options) => fetcher.get(request, options)) },
  sources,
  now: Date.now,
};
const handle = checkHandler(rooms, new ScraperMetrics(), pino({ level: 'silent' }));
await handle({ targetId, attempt: 1, signal: new AbortController().signal });
await fetcher.close();
await db.close();
process.stdout.write(String(awaits));
