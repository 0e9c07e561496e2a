import { checksOf, targetId } from '@vigil/db';
import { startTraceCollector, type CollectedSpan, type TraceCollector } from '@vigil/tooling/testing';
import { readFile } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openHouse, startProcess, type House } from './scraper-process.js';

const host = 'ecf.cacd.uscourts.gov';
const feed = targetId({ source: 'cmecf-rss', params: { court: 'cacd' } });
const eventually = { timeout: 50_000, interval: 20 };
const preload = path.join(import.meta.dirname, 'loaded-modules.cjs');

describe('the traces of a scraper', () => {
  async function openCollector(): Promise<TraceCollector> {
    const collector = await startTraceCollector();
    onTestFinished(collector.close);
    return collector;
  }

  const outcomes = async ({ db }: House): Promise<readonly string[]> =>
    (await checksOf(db, feed, 50)).map(({ outcome }) => outcome);

  it('have a tree for each Check, which its log, its record and its Changes lead to', async () => {
    const [house, { env, spans, received }] = [await openHouse(), await openCollector()];
    const scraper = startProcess({ ...house.env, ...env });
    await scraper.ready;
    const checkWith = (outcome: string): CollectedSpan | undefined =>
      spans.find(({ name, attributes }) => name === 'vigil.check' && attributes['vigil.outcome'] === outcome);
    const treeOf = ({ traceId, spanId }: CollectedSpan): readonly string[] =>
      spans
        .filter((span) => span.traceId === traceId && span.parentSpanId === spanId)
        .map(({ name, failed }) => `${name}${failed ? ' failed' : ''}`);

    await expect.poll(() => checkWith('NEWS'), eventually).toBeDefined();
    const news = checkWith('NEWS')!;
    const { rows } = await house.db.pool.query<{ check_id: string }>('SELECT DISTINCT check_id FROM change');
    expect(news).toMatchObject({ service: 'vigil-scraper', parentSpanId: '', failed: false });
    expect(news.attributes).toEqual({
      'vigil.check.id': rows[0]?.check_id,
      'vigil.target.id': feed,
      'vigil.source': 'cmecf-rss',
      'vigil.outcome': 'NEWS',
      'vigil.changes': 2,
    });
    expect(treeOf(news)).toEqual(['vigil.fetch', 'vigil.archive', 'vigil.parse', 'vigil.record']);
    const fetch = spans.find(({ name, traceId }) => name === 'vigil.fetch' && traceId === news.traceId)!;
    // The gate is passed for robots.txt and for the feed.
    expect(treeOf(fetch)).toEqual(['vigil.gate', 'vigil.gate']);
    expect(scraper.log.find(({ check }) => check === rows[0]?.check_id)?.trace_id).toBe(news.traceId);

    house.courthouse.fault(host, { kind: 'not-xml', times: 1 });
    await expect.poll(() => checkWith('NOT_A_FEED'), eventually).toBeDefined();
    const failed = checkWith('NOT_A_FEED')!;
    expect(failed.attributes['error.type']).toBe('NOT_A_FEED');
    expect(treeOf(failed)).toEqual(['vigil.fetch', 'vigil.archive', 'vigil.parse failed', 'vigil.record']);
    const line = scraper.log.find(({ code }) => code === 'NOT_A_FEED');
    expect([line?.trace_id, line?.check]).toEqual([failed.traceId, failed.attributes['vigil.check.id']]);

    for (const secret of ['Roe', 'Entry 1', 'rss_outside', host]) expect(received()).not.toContain(secret);
  });

  it('are exported to the last as it ends', async () => {
    const [house, { env, spans }] = [await openHouse(), await openCollector()];
    const scraper = startProcess({ ...house.env, ...env, OTEL_BSP_SCHEDULE_DELAY: '600000' });
    await expect.poll(() => outcomes(house), eventually).toContain('NO_NEWS');
    expect(spans).toEqual([]);
    scraper.child.kill('SIGTERM');
    expect(await scraper.ended).toEqual([0, null]);
    expect(spans.filter(({ name }) => name === 'vigil.check').length).toBeGreaterThanOrEqual(2);
  });

  it('go nowhere where the collector refuses, which the log says, and Checks go on', async () => {
    const house = await openHouse();
    const scraper = startProcess({
      ...house.env,
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1',
      OTEL_EXPORTER_OTLP_TIMEOUT: '100',
      OTEL_BSP_SCHEDULE_DELAY: '10',
    });
    await expect.poll(() => outcomes(house), eventually).toContain('NO_NEWS');
    expect(await outcomes(house)).not.toContain('FAILED');
    const told = (): boolean => scraper.log.some(({ msg }) => msg === 'traces could not be exported');
    await expect.poll(told, eventually).toBe(true);
    scraper.child.kill('SIGTERM');
    expect(await scraper.ended).toEqual([0, null]);
  });

  it('go nowhere where the collector never answers, and hold up neither Checks nor the end', async () => {
    const [house, port] = [await openHouse(), await silentPort()];
    const scraper = startProcess({
      ...house.env,
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`,
      OTEL_BSP_SCHEDULE_DELAY: '10',
    });
    await expect.poll(() => outcomes(house), eventually).toContain('NO_NEWS');
    const began = performance.now();
    scraper.child.kill('SIGTERM');
    expect(await scraper.ended).toEqual([0, null]);
    // Two seconds by design; the exporter itself would wait for ten, and try again.
    expect(performance.now() - began).toBeLessThan(9_000);
  });

  it('cost nothing where no collector is configured: nothing of the SDK is loaded', async () => {
    const [house, { env, spans }] = [await openHouse(), await openCollector()];
    const loaded = async (more: Readonly<Record<string, string>>): Promise<boolean> => {
      const list = path.join(house.env['VIGIL_HOME']!, 'loaded.json');
      const scraper = startProcess({ ...house.env, ...more, LOADED_MODULES: list }, ['--require', preload]);
      await scraper.ready;
      const before = (await outcomes(house)).length;
      await expect.poll(async () => (await outcomes(house)).length, eventually).toBeGreaterThan(before);
      scraper.child.kill('SIGTERM');
      expect(await scraper.ended).toEqual([0, null]);
      const files = JSON.parse(await readFile(list, 'utf8')) as readonly string[];
      return files.some((file) => /@opentelemetry[\\/](?!api[\\/])/.test(file));
    };
    expect(await loaded({})).toBe(false);
    expect(spans).toEqual([]);
    expect(await loaded(env)).toBe(true);
  });
});

/** The port of a server that takes connections and says nothing. */
async function silentPort(): Promise<number> {
  const sockets = new Set<{ destroy(): void }>();
  const server: Server = createServer((socket) => void sockets.add(socket.on('error', () => undefined)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}
