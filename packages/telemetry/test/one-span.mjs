// A process that makes one span within another, stops, and prints what it met.
import { VigilError } from '@vigil/errors';
import { note, startTracing, traced } from '@vigil/telemetry';
import { createRequire } from 'node:module';

const errors = [];
const tracing = await startTracing({
  service: 'vigil-test',
  env: process.env,
  onError: (message) => errors.push(message),
});
const answer = await traced('outer', async () => {
  const inner = traced('inner', async () => {
    throw new VigilError('NOT_FOUND', 'a message that says too much');
  });
  await inner.catch(() => undefined);
  note({ 'vigil.size': 2 });
  return 42;
});
const began = performance.now();
await tracing.stop();
const stopMs = performance.now() - began;
// The SDK's packages are CommonJS: the cache has each of their files that was loaded.
const loaded = Object.keys(createRequire(import.meta.url).cache).filter((file) =>
  /@opentelemetry[\\/](?!api[\\/])/.test(file),
);
process.stdout.write(JSON.stringify({ answer, errors, loaded, stopMs }), () => process.exit(0));
