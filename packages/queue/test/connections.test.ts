import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { expect, test } from 'vitest';
import { atEnd, makeStore, openTestQueue, until } from './stores.js';

test('a process holds at most six connections to Postgres, however many Targets and Checks it has', async () => {
  const store = await makeStore('Postgres');
  const client = new Client(store.databaseUrl);
  await client.connect();
  atEnd(() => client.end());
  const held = async (): Promise<number> => {
    const { rows } = await client.query<{ held: number }>(
      `SELECT count(*)::int AS held FROM pg_stat_activity WHERE datname = current_database()
         AND backend_type = 'client backend' AND pid <> pg_backend_pid()`,
    );
    return rows[0]!.held;
  };
  const queue = await openTestQueue(store);
  let runs = 0;
  let most = await held();
  await queue.work(
    async () => {
      runs++;
      await sleep(50);
    },
    { concurrency: 20 },
  );
  await queue.reconcile(Array.from({ length: 200 }, (_, i) => ({ targetId: `t${i}`, everyMs: 2_000 })));
  await until(async () => {
    most = Math.max(most, await held());
    return runs > 300;
  }, 25_000);
  expect(most).toBeLessThanOrEqual(6);

  await queue.close();
  await until(async () => (await held()) === 0, 20_000);
});
