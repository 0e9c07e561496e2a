// A process that goes through the gate: node gate-process.mjs DATABASE_URL REDIS_URL|- VISITS INTERVAL_MS LEASE_MS HOLD|-|PER_HOUR
// It goes VISITS times at once, each for 20 milliseconds, or with HOLD once and for ever, within a budget of PER_HOUR where that is
// a number. Prints one line of JSON a visit, and the code of the refusal of one that may not.
import { createHostGate } from '@vigil/fetcher';
import { openGateStore } from '@vigil/queue';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const [databaseUrl, redisUrl, visits, intervalMs, leaseMs, last] = process.argv.slice(2);
const budget = Number(last) > 0 ? { perHour: Number(last) } : undefined;
const hold = last === 'hold';
const pool = new pg.Pool({ connectionString: databaseUrl, options: '-c role=vigil_app', max: 2 });
const store = await openGateStore({ pool, redisUrl: redisUrl === '-' ? null : redisUrl, onError: () => undefined });
const gate = createHostGate({ minIntervalMs: Number(intervalMs), store });
const url = new URL('https://ecf.court.example/');
const { signal } = new AbortController();
const visit = async () => {
  let pass;
  try {
    pass = await gate.enter({ url, leaseMs: Number(leaseMs), crawlDelayMs: 0, budget }, signal);
  } catch (error) {
    process.stdout.write(`${JSON.stringify({ refused: error.code })}\n`);
    return;
  }
  const startedAt = Date.now();
  if (hold) process.stdout.write('holding\n');
  await sleep(hold ? 600_000 : 20);
  const endedAt = Date.now();
  await pass.leave({ kind: 'answered' });
  process.stdout.write(`${JSON.stringify({ startedAt, endedAt })}\n`);
};
await Promise.all(Array.from({ length: Number(visits) }, visit));
await store.close();
await pool.end();
