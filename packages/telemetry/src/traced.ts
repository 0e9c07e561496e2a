import { SpanStatusCode, trace, type Attributes } from '@opentelemetry/api';
import { VigilError } from '@vigil/errors';

const tracer = trace.getTracer('vigil');

/**
 * Runs work within a span, a child of the one it is called in. Without a collector this is the call and nothing else.
 * An error is told by its code or class alone: its message may quote a page or an address.
 */
export function traced<T>(name: string, work: () => Promise<T>): Promise<T> {
  return tracer.startActiveSpan(name, async (span) => {
    try {
      return await work();
    } catch (error) {
      noteError(error);
      throw error;
    } finally {
      span.end();
    }
  });
}

/** Says something of the span that it is called in. Never a person's data, an address's query or a docket's text. */
export function note(attributes: Attributes): void {
  trace.getActiveSpan()?.setAttributes(attributes);
}

/** Says that what the span stands for has failed, though nothing is thrown. */
export function noteError(error: unknown): void {
  const span = trace.getActiveSpan();
  span?.setAttribute('error.type', typeOf(error));
  span?.setStatus({ code: SpanStatusCode.ERROR });
}

/** The trace of the place it is called in, by the names that OpenTelemetry gives these in logs; empty outside of one. */
export function traceOfLog(): { readonly trace_id?: string; readonly span_id?: string } {
  const context = trace.getActiveSpan()?.spanContext();
  return context ? { trace_id: context.traceId, span_id: context.spanId } : {};
}

function typeOf(error: unknown): string {
  if (error instanceof VigilError) return error.code;
  return error instanceof Error ? error.name : typeof error;
}
