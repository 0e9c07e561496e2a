import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openBareSubscription } from './bare-subscription.js';
import { openTestGateway, type TestGateway } from './test-gateway.js';

describe('a gateway that closes', () => {
  let gateway: TestGateway;
  beforeEach(async () => {
    gateway = await openTestGateway();
  });
  afterEach(() => gateway.close());

  it('finishes the requests that it has begun', async () => {
    await gateway.asOwner(`
      CREATE FUNCTION wait() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_advisory_xact_lock(42); RETURN NEW; END $$;
      CREATE TRIGGER wait BEFORE INSERT ON watch FOR EACH ROW EXECUTE FUNCTION wait()`);
    const holder = await gateway.db.pool.connect();
    await holder.query('SELECT pg_advisory_lock(42)');
    const answer = gateway.data(
      'mutation { addWatch(input: { target: { court: "cacd" } }) { watch { id } userErrors { code } } }',
    );
    const waiting = "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objid = 42 AND NOT granted";
    await expect.poll(async () => (await holder.query(waiting)).rowCount, { timeout: 40_000 }).toBe(1);
    const closed = gateway.restart(20_000);
    await holder.query('SELECT pg_advisory_unlock(42)');
    holder.release();
    expect((await answer).addWatch.watch?.id).toEqual(expect.any(String));
    await closed;
  });

  it('does not wait longer than its grace for a client that does not go', async () => {
    const query = 'subscription { timelineChanged { ... on StreamCaughtUp { cursor } } }';
    await new Promise<void>((resolve) => {
      const socket = openBareSubscription(gateway.url, { query }, () => {
        socket.pause();
        resolve();
      });
    });
    const began = performance.now();
    await gateway.restart(500);
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
