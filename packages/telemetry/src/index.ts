export { startTracing, type Tracing, type TracingOptions } from './start-tracing.js';
export { note, noteError, traced, traceOfLog } from './traced.js';
