import { record } from '@vigil/db';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { WebSocket } from 'ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBareSubscription } from './bare-subscription.js';
import { changes } from './follow.js';
import { at, entry, feedTarget, reading } from './statements.js';
import { openTestGateway, type TestGateway } from './test-gateway.js';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
/** Megabytes that are in use. */
const heap = (): number => {
  collect();
  return process.memoryUsage().heapUsed / 1024 ** 2;
};

const stalled = 20;
const readings = 60;
const perReading = 100;
const text = 'x'.repeat(2_000);
const query =
  'subscription { timelineChanged { ... on TimelineChange { event { ... on DocketEntryEvent { text } } } ... on StreamCaughtUp { cursor } } }';

describe('a subscriber that does not read', () => {
  let gateway: TestGateway;
  const sockets: WebSocket[] = [];
  beforeAll(async () => {
    gateway = await openTestGateway();
  });
  afterAll(async () => {
    for (const socket of sockets) socket.terminate();
    await gateway.close();
  });

  it('delays nobody, and does not make the gateway grow', async ({ annotate }) => {
    const target = await feedTarget(gateway.db);
    for (let i = 0; i < stalled; i++) sockets.push(await stall());
    const reader = gateway.follow(changes);
    await reader.count(1);
    const before = heap();
    const delays: number[] = [];
    for (let n = 0; n < readings; n++) {
      const statements = Array.from({ length: perReading }, (_, i) =>
        entry({ caseId: String(100 + i), seq: n, text: `${n} ${text}` }),
      );
      await record(gateway.db, reading(target, at(n), statements));
      const committed = performance.now();
      await reader.count(1 + (n + 1) * perReading);
      delays.push(performance.now() - committed);
    }
    const grown = heap() - before;
    const [median, worst] = [delays.sort((a, b) => a - b)[readings / 2]!, delays.at(-1)!];
    await annotate(
      `${perReading} changes: ${median.toFixed(0)} ms (worst ${worst.toFixed(0)}); heap + ${grown.toFixed(0)} MB`,
    );
    expect(reader.items).toHaveLength(1 + readings * perReading);
    expect(median).toBeLessThan(2_000);
    // Had each stalled one a queue of its own, they would hold 20 × 6,000 × 2 kB = 240 MB.
    expect(grown).toBeLessThan(100);
  }, 120_000);

  function stall(): Promise<WebSocket> {
    return new Promise((resolve) => {
      const socket = openBareSubscription(gateway.url, { query }, () => {
        socket.pause();
        resolve(socket);
      });
    });
  }
});
