import { VigilError } from '@vigil/errors';
import { describe, expect, it } from 'vitest';
import { createHostGate, createMemoryGateStore, type GateStore } from '../src/index.js';
import { openFetcher, page, serveSite } from './local-server.js';
import { virtualClock } from './virtual-clock.js';

/** A store that can lose what it knows, and can be out of reach. */
function unsteadyStore(clock: ReturnType<typeof virtualClock>) {
  let store = createMemoryGateStore(clock);
  let reachable = true;
  const reached = (): GateStore => {
    if (!reachable) throw new VigilError('QUEUE_UNREACHABLE');
    return store;
  };
  const unsteady: GateStore = {
    transact: async (domain, step) => reached().transact(domain, step),
    recallRobots: async (origin) => reached().recallRobots(origin),
    keepRobots: async (origin, robots, ms) => reached().keepRobots(origin, robots, ms),
  };
  return {
    store: unsteady,
    lose: () => void (store = createMemoryGateStore(clock)),
    reach: (can: boolean) => void (reachable = can),
  };
}

const signal = AbortSignal.timeout(60_000);
const url = new URL('https://ecf.court.example/');
const request = { url, leaseMs: 60_000, crawlDelayMs: 0 };

describe('a gate whose store is flushed', () => {
  it('keeps the interval and the pauses that it knew of', async () => {
    const clock = virtualClock();
    const { store, lose } = unsteadyStore(clock);
    const gate = createHostGate({ minIntervalMs: 5_000, store, clock });
    await (await gate.enter(request, signal)).leave({ kind: 'answered' });
    lose();
    const pass = await gate.enter(request, signal);
    expect(clock.slept).toEqual([5_000]);
    await pass.leave({ kind: 'rate-limited', waitMs: 600_000 });
    lose();
    await expect(gate.enter(request, signal)).rejects.toMatchObject({
      code: 'FETCH_RATE_LIMITED',
      retryAfterMs: 600_000,
    });
  });

  it('tells another process what it knew, as soon as it asks again', async () => {
    const clock = virtualClock();
    const { store, lose } = unsteadyStore(clock);
    const [one, other] = [0, 1].map(() => createHostGate({ minIntervalMs: 0, store, clock }));
    await (await one!.enter(request, signal)).leave({ kind: 'rate-limited', waitMs: 600_000 });
    lose();
    for (const gate of [one!, other!])
      await expect(gate.enter(request, signal)).rejects.toMatchObject({ retryAfterMs: 600_000 });
  });
});

describe('a gate whose store does not answer', () => {
  it('lets nobody go, and says whose fault it is', async () => {
    const site = await serveSite((_request, response) => void response.end('page'));
    const clock = virtualClock();
    const { store, reach } = unsteadyStore(clock);
    const fetcher = openFetcher({ via: site.origin, gate: createHostGate({ minIntervalMs: 0, store, clock }) });
    await fetcher.get(page('/'));
    reach(false);
    await expect(fetcher.get(page('/'))).rejects.toMatchObject({ code: 'QUEUE_UNREACHABLE', policy: 'retry' });
    // The rules of an origin that is new are not to be had either: that too is our own fault.
    await expect(fetcher.get(page('/', 'new.example'))).rejects.toMatchObject({ code: 'QUEUE_UNREACHABLE' });
    expect(site.seen).toHaveLength(2);
    reach(true);
    expect((await fetcher.get(page('/'))).status).toBe(200);
  });

  it('keeps the page that it got, and tells what it learnt as soon as the store answers', async () => {
    const clock = virtualClock();
    const unsteady = unsteadyStore(clock);
    let limited = false;
    const site = await serveSite((_request, response) => {
      if (limited) unsteady.reach(false);
      response.writeHead(limited ? 429 : 200, { 'retry-after': '600' }).end('page');
    });
    const gate = createHostGate({ minIntervalMs: 0, store: unsteady.store, clock });
    const fetcher = openFetcher({ via: site.origin, gate, clock });
    await fetcher.get(page('/'));
    limited = true;
    expect((await fetcher.get(page('/'))).status).toBe(429);
    unsteady.reach(true);
    await expect(fetcher.get(page('/'))).rejects.toMatchObject({ code: 'FETCH_RATE_LIMITED', retryAfterMs: 600_000 });
    const other = createHostGate({ minIntervalMs: 0, store: unsteady.store, clock });
    await expect(other.enter(request, signal)).rejects.toMatchObject({ retryAfterMs: 600_000 });
    expect(site.seen).toHaveLength(3);
  });
});

describe('a gate whose store is slow to answer', () => {
  it('does not go by leave that was so long on its way that another had it meanwhile', async () => {
    const clock = virtualClock();
    const store = createMemoryGateStore(clock);
    const other = createHostGate({ minIntervalMs: 0, store, clock });
    const order: string[] = [];
    let answers = 0;
    const slow: GateStore = {
      ...store,
      transact: async (domain, step) => {
        const result = await store.transact(domain, step);
        if ((answers += 1) > 1) return result;
        clock.advance(request.leaseMs);
        const pass = await other.enter({ ...request, leaseMs: 24 * 3_600_000 }, signal);
        setTimeout(() => {
          order.push('the other left');
          void pass.leave({ kind: 'answered' });
        }, 10);
        return result;
      },
    };
    const pass = await createHostGate({ minIntervalMs: 0, store: slow, clock }).enter(request, signal);
    order.push('it came');
    expect(order).toEqual(['the other left', 'it came']);
    await pass.leave({ kind: 'answered' });
  });
});
