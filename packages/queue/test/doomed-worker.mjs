// A worker that takes one Check and never ends it, to be killed: node doomed-worker.mjs DATABASE_URL [REDIS_URL]
import { openQueue } from '@vigil/queue';

const [databaseUrl, redisUrl = null] = process.argv.slice(2);
const queue = await openQueue({
  databaseUrl,
  redisUrl,
  onError: (error) => process.stderr.write(`${error.message}\n`),
});
await queue.work(
  () => {
    process.stdout.write('started\n');
    return new Promise(() => undefined);
  },
  { concurrency: 1 },
);
