import { VigilError } from '@vigil/errors';

/** Whose traces, and where they go. */
export interface TracingOptions {
  /** `service.name`, where `OTEL_SERVICE_NAME` does not say another. */
  readonly service: string;
  /** The process's environment: of it the `OTEL_*` variables of the OpenTelemetry specification. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Hears that spans could not be exported, once a minute at most. */
  readonly onError: (message: string) => void;
}

/** Traces of a process. */
export interface Tracing {
  /** Exports what is left; gives up after two seconds, and never throws. */
  stop(): Promise<void>;
}

/** What the exporters speak. */
export type Protocol = 'http/protobuf' | 'http/json';

const off: Tracing = { stop: async () => undefined };

/**
 * Exports the spans of this process where `OTEL_EXPORTER_OTLP_ENDPOINT` (or the same for traces alone) is set; else
 * loads nothing. Throws BAD_SETTING for a protocol or an exporter that is not built in.
 */
export async function startTracing({ service, env, onError }: TracingOptions): Promise<Tracing> {
  if (!isConfigured(env)) return off;
  const protocol = protocolOf(env);
  const { startSdk } = await import('./sdk.js');
  return startSdk({ service, protocol, onError });
}

/** An empty variable is as one that is not set, says the specification. */
function isConfigured(env: TracingOptions['env']): boolean {
  const endpoint = env['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'] || env['OTEL_EXPORTER_OTLP_ENDPOINT'];
  const exporter = env['OTEL_TRACES_EXPORTER'] || 'otlp';
  if (!endpoint || env['OTEL_SDK_DISABLED']?.toLowerCase() === 'true' || exporter === 'none') return false;
  if (exporter !== 'otlp') throw wrong('OTEL_TRACES_EXPORTER', exporter, 'otlp or none');
  return true;
}

function protocolOf(env: TracingOptions['env']): Protocol {
  const names = ['OTEL_EXPORTER_OTLP_TRACES_PROTOCOL', 'OTEL_EXPORTER_OTLP_PROTOCOL'];
  const name = names.find((candidate) => env[candidate]);
  const protocol = name === undefined ? 'http/protobuf' : env[name]!;
  if (protocol === 'http/protobuf' || protocol === 'http/json') return protocol;
  throw wrong(name!, protocol, 'http/protobuf or http/json, and the endpoint of HTTP, as a rule at port 4318');
}

const wrong = (name: string, got: string, wants: string): VigilError =>
  new VigilError('BAD_SETTING', `${name}: got ${got}, wants ${wants}`);
