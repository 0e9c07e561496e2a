// One worker of a crowd: does what it is told, and tells what came of it.
import { createFetcher, createHostGate } from '@vigil/fetcher';
import { openGateStore } from '@vigil/queue';
import pg from 'pg';

/** A court that hangs outlasts the test. */
const limits = { headersMs: 300_000, wholeMs: 300_000 };

let fetcher;
let closeStore;

const orders = {
  /** Opens a fetcher whose gate is in the store that all share or, where there is none, in this process alone. */
  open: async ({ via, minIntervalMs, shared }) => {
    const gate = { minIntervalMs };
    closeStore = async () => undefined;
    if (shared) {
      const pool = new pg.Pool({ connectionString: shared.databaseUrl, options: '-c role=vigil_app', max: 2 });
      const onError = (error) => process.stderr.write(`${error.message}\n`);
      gate.store = await openGateStore({ pool, redisUrl: shared.redisUrl, onError });
      closeStore = () => Promise.all([gate.store.close(), pool.end()]);
    }
    fetcher = createFetcher({ userAgent: 'Vigil/0.1 (test)', via, limits, gate: createHostGate(gate) });
  },
  /** Fetches a page: the status, or the code of the error. */
  fetch: (url) =>
    fetcher.get({ url, accept: '*/*' }).then(
      ({ status }) => status,
      ({ code }) => code,
    ),
  close: async () => {
    await fetcher.close();
    await closeStore();
  },
};

process.on('message', ({ id, order, about }) => {
  void orders[order](about).then((outcome) => process.send({ id, outcome }));
});
process.on('disconnect', () => process.exit());
process.send('ready');
