// A process that goes through the gate: node gate-process.mjs DATABASE_URL REDIS_URL|- VISITS INTERVAL_MS LEASE_MS HOLD
// It goes VISITS times at once, each for 20 milliseconds, or with HOLD once and for ever. Prints one line of JSON a visit.
import { createHostGate } from '@vigil/fetcher';
import { openGateStore } from '@vigil/queue';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const [databaseUrl, redisUrl, visits, intervalMs, leaseMs, hold] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: databaseUrl, options: '-c role=vigil_app', max: 2 });
const store = await openGateStore({ pool, redisUrl: redisUrl === '-' ? null : redisUrl, onError: () => undefined });
const gate = createHostGate({ minIntervalMs: Number(intervalMs), store });
const url = new URL('https://ecf.court.example/');
const { signal } = new AbortController();
const visit = async () => {
  const pass = await gate.enter({ url, leaseMs: Number(leaseMs), crawlDelayMs: 0 }, signal);
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
