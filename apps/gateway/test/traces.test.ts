import { startTraceCollector, type CollectedSpan } from '@vigil/tooling/testing';
import { once } from 'node:events';
import { expect, it, onTestFinished } from 'vitest';
import { openBareSubscription } from './bare-subscription.js';
import { openStanding, startProcess } from './gateway-process.js';

it('a gateway has a span for each operation, by its name, and for each subscription; never what was asked or answered', async () => {
  const { databaseUrl } = await openStanding();
  const collector = await startTraceCollector();
  onTestFinished(collector.close);
  const gateway = await startProcess({ DATABASE_URL: databaseUrl, ...collector.env });
  await gateway.ask('query Search($words: String) { timeline(filter: { text: $words }) { nodes { id } } }', {
    words: 'Rivermouth',
  });
  await gateway.ask('query Broken { timeline(after: "no such thing") { nodes { id } } }');
  const socket = openBareSubscription(
    gateway.url,
    { query: 'subscription Follow { timelineChanged { __typename } }' },
    () => socket.close(),
  );
  await once(socket, 'close');
  const lost = openBareSubscription(
    gateway.url,
    { query: 'subscription Lost { timelineChanged(after: "no such thing") { __typename } }' },
    () => undefined,
  );
  lost.on('message', (data: Buffer) => {
    if (data.toString().includes('BAD_CURSOR')) lost.close();
  });
  await once(lost, 'close');
  const named = (name: string): CollectedSpan | undefined =>
    collector.spans.find(({ attributes }) => attributes['graphql.operation.name'] === name);
  await expect
    .poll(() => ['Search', 'Broken', 'Follow', 'Lost'].map((name) => named(name)?.name), { timeout: 50_000 })
    .toEqual(Array.from({ length: 4 }, () => 'vigil.graphql'));
  expect(named('Search')).toMatchObject({
    service: 'vigil-gateway',
    failed: false,
    attributes: { 'graphql.operation.type': 'query', 'graphql.operation.name': 'Search' },
  });
  expect(named('Broken')).toMatchObject({ failed: true, attributes: { 'error.type': 'BAD_CURSOR' } });
  expect(named('Follow')).toMatchObject({ failed: false, attributes: { 'graphql.operation.type': 'subscription' } });
  expect(named('Lost')).toMatchObject({ failed: true, attributes: { 'error.type': 'BAD_CURSOR' } });
  for (const secret of ['Rivermouth', 'no such thing', 'timelineChanged'])
    expect(collector.received()).not.toContain(secret);
  expect(await gateway.stop()).toEqual([0, null]);
});
