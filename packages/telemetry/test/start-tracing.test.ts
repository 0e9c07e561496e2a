import { startTraceCollector } from '@vigil/tooling/testing';
import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';

const program = path.join(import.meta.dirname, 'one-span.mjs');

/** What `one-span.mjs` prints. */
interface Told {
  /** Modules of OpenTelemetry that were loaded, without those of its API. */
  readonly loaded: readonly string[];
  readonly errors: readonly string[];
  readonly stopMs: number;
  readonly answer: number;
}

/** One process that makes a span within another and stops: the SDK is for a whole process, and so are its variables. */
async function oneSpan(env: Readonly<Record<string, string>>): Promise<Told> {
  const { stdout } = await promisify(execFile)(process.execPath, [program], { env });
  return JSON.parse(stdout) as Told;
}

describe('tracing', () => {
  let stop: (() => Promise<void>) | undefined;
  afterEach(async () => {
    await stop?.();
    stop = undefined;
  });

  it('exports spans as a tree where a collector is configured, and errors by their code alone', async () => {
    const collector = await startTraceCollector();
    stop = collector.close;
    const { loaded, errors, answer } = await oneSpan(collector.env);
    expect(answer).toBe(42);
    expect(errors).toEqual([]);
    expect(loaded.length).toBeGreaterThan(0);
    const [child, parent] = collector.spans;
    expect(parent).toMatchObject({ name: 'outer', parentSpanId: '', failed: false, attributes: { 'vigil.size': 2 } });
    expect(child).toMatchObject({
      name: 'inner',
      service: 'vigil-test',
      traceId: parent?.traceId,
      parentSpanId: parent?.spanId,
      failed: true,
      attributes: { 'error.type': 'NOT_FOUND' },
    });
    expect(collector.spans).toHaveLength(2);
    expect(collector.received()).not.toContain('a message that says too much');
    // Nor the machine, its user or the command line, which the SDK's own detectors would tell.
    expect(collector.received()).not.toMatch(/"(host|os|process)\./);
  });

  it('takes its name from the standard variables, and speaks protobuf unless it is told otherwise', async () => {
    const bodies: string[] = [];
    const types: unknown[] = [];
    const server = createServer((request, response) => {
      types.push(request.headers['content-type']);
      request.setEncoding('latin1').on('data', (data: string) => bodies.push(data));
      request.on('end', () => response.writeHead(200).end());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    stop = () => new Promise((resolve) => server.close(() => resolve()));
    const { port } = server.address() as AddressInfo;
    await oneSpan({
      OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `http://127.0.0.1:${port}/v1/traces`,
      OTEL_SERVICE_NAME: 'of-the-operator',
    });
    expect(types).toEqual(['application/x-protobuf']);
    expect(bodies.join('')).toContain('of-the-operator');
    expect(bodies.join('')).not.toContain('vigil-test');
  });

  it.each([
    [{}],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: '' }],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1', OTEL_SDK_DISABLED: 'true' }],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1', OTEL_TRACES_EXPORTER: 'none' }],
  ])('with %o loads nothing of an SDK', async (env) => {
    expect(await oneSpan(env)).toMatchObject({ loaded: [], errors: [], answer: 42 });
  });

  it('says that a collector is not there, and does not wait for it', async () => {
    const { answer, errors, stopMs } = await oneSpan({
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1',
      OTEL_EXPORTER_OTLP_TIMEOUT: '100',
    });
    expect(answer).toBe(42);
    expect(errors).toEqual([expect.stringContaining('ECONNREFUSED')]);
    expect(stopMs).toBeLessThan(10_000);
  });

  it('gives up a collector that takes what it is sent and never answers', async () => {
    const server = createServer(() => undefined);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    stop = () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    const { port } = server.address() as AddressInfo;
    const { answer, stopMs } = await oneSpan({ OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}` });
    expect(answer).toBe(42);
    expect(stopMs).toBeGreaterThan(1_900);
    // The exporter itself would wait for ten seconds, and try again.
    expect(stopMs).toBeLessThan(9_000);
  });

  it.each([
    [
      { OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' },
      'OTEL_EXPORTER_OTLP_PROTOCOL: got grpc, wants http/protobuf or http/json',
    ],
    [{ OTEL_TRACES_EXPORTER: 'zipkin' }, 'OTEL_TRACES_EXPORTER: got zipkin, wants otlp or none'],
  ])('with %o says what is built in', async (env, message) => {
    await expect(oneSpan({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1', ...env })).rejects.toThrow(message);
  });
});
