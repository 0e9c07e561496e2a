/** Loaded only where a collector is configured. Everything else about it the SDK reads from the environment itself. */
import { diag, DiagLogLevel } from '@opentelemetry/api';
import { setGlobalErrorHandler } from '@opentelemetry/core';
import { detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { setTimeout as delay } from 'node:timers/promises';
import type { Protocol, Tracing, TracingOptions } from './start-tracing.js';

/** A collector that is gone must not hold up the end of a process. Milliseconds. */
const farewellMs = 2_000;
/** A collector that is gone fails every few seconds. Milliseconds. */
const quietMs = 60_000;

/** What the SDK is started with. */
export interface SdkOptions extends Pick<TracingOptions, 'service' | 'onError'> {
  readonly protocol: Protocol;
}

/** Registers the SDK for the whole process: a process has one. */
export async function startSdk({ service, protocol, onError }: SdkOptions): Promise<Tracing> {
  const report = atTimes(onError);
  const silent = (): void => undefined;
  diag.setLogger(
    { error: report, warn: report, info: silent, debug: silent, verbose: silent },
    { logLevel: DiagLogLevel.WARN },
  );
  setGlobalErrorHandler((error) => report(messageOf(error)));
  const { OTLPTraceExporter } =
    protocol === 'http/json'
      ? await import('@opentelemetry/exporter-trace-otlp-http')
      : await import('@opentelemetry/exporter-trace-otlp-proto');
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': service }).merge(detectResources({ detectors: [envDetector] })),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
  });
  provider.register();
  return {
    stop: async () => {
      const done = new AbortController();
      const given = provider.shutdown().catch((error: unknown) => report(messageOf(error)));
      await Promise.race([given, delay(farewellMs, undefined, { signal: done.signal }).catch(() => undefined)]);
      done.abort();
    },
  };
}

function atTimes(onError: (message: string) => void): (message: string) => void {
  let quietUntil = 0;
  return (message) => {
    if (performance.now() < quietUntil) return;
    quietUntil = performance.now() + quietMs;
    onError(message);
  };
}

/** One that names several addresses has no message of its own. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message || ('code' in error ? String(error.code) : error.name);
}
