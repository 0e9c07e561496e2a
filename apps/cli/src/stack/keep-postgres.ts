/**
 * A process that holds the embedded PostgreSQL of the home named by its argument, so that the server is stopped in order
 * when the process that started this one is gone, even by `kill -9`.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { asVigilError } from '@vigil/errors';
import { announceReady, exitWithParent, startPostgres, stopSignal } from '@vigil/local-stack';

/** Longer than scraper and gateway take to finish what they have begun, as a rule. */
const farewellMs = 2_000;

async function hold(home: string, until: AbortSignal): Promise<void> {
  const { url, dataDir, stop } = await startPostgres({ home });
  if (!until.aborted) {
    announceReady({ url, dataDir });
    // Neither the server nor the connection that holds it keeps this process alive.
    const alive = setInterval(() => undefined, 60_000);
    await new Promise((resolve) => until.addEventListener('abort', resolve, { once: true }));
    clearInterval(alive);
  }
  // Where the parent is gone nobody stopped the others first: they end by themselves, and need the database for it.
  if (!process.connected) await sleep(farewellMs);
  await stop();
}

try {
  const until = stopSignal();
  exitWithParent();
  await hold(process.argv[2]!, until);
  process.exit(0);
} catch (error) {
  const { code, message } = asVigilError(error);
  process.stderr.write(`vigil postgres: ${code}: ${message}\n`);
  process.exit(1);
}
