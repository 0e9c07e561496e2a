/** Ten workers in processes of their own: starting them costs more than all that a test has them do. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** How a fetch ended: the status, or the code of the error. */
export type Outcome = number | string;

/** With what a worker fetches. */
export interface Equipment {
  /** What it takes for the publishers. */
  readonly via: string;
  readonly minIntervalMs: number;
  /** Where the gate is kept; null: in the worker itself, so that it knows of no other. */
  readonly shared: { readonly databaseUrl: string; readonly redisUrl: string | null } | null;
}

/** A running worker. All it is asked rejects when its process ends. */
export interface Worker {
  open(equipment: Equipment): Promise<void>;
  fetch(url: string): Promise<Outcome>;
  /** Gives up what is under way, and what it was equipped with. */
  close(): Promise<void>;
  /** Ends the process. */
  stop(): Promise<void>;
}

const size = 10;
const script = fileURLToPath(new URL('gate-worker.mjs', import.meta.url));
const skewedClock = new URL('skewed-clock.mjs', import.meta.url).href;

/** Starts the workers, the clock of each some minutes off, as clocks of machines differ. */
export function startWorkers(): Promise<readonly Worker[]> {
  return Promise.all(Array.from({ length: size }, (_, n) => startWorker(n * 60_000)));
}

async function startWorker(skewMs: number): Promise<Worker> {
  const env = { ...process.env, SKEW_MS: String(skewMs) };
  const child = fork(script, { env, execArgv: ['--import', skewedClock] });
  const exited = once(child, 'exit');
  const gone = exited.then(([code, signal]): never => {
    throw new Error(`a worker ended: ${code ?? signal}`);
  });
  gone.catch(() => undefined); // who waits for an answer hears of it
  await Promise.race([once(child, 'message'), gone]);

  const waiting = new Map<number, (outcome: unknown) => void>();
  child.on('message', ({ id, outcome }: { readonly id: number; readonly outcome: unknown }) => {
    waiting.get(id)?.(outcome);
    waiting.delete(id);
  });
  let last = 0;
  const tell = (order: keyof Worker, about?: unknown): Promise<unknown> => {
    const id = (last += 1);
    const answer = new Promise((resolve) => waiting.set(id, resolve));
    child.send({ id, order, about });
    return Promise.race([answer, gone]);
  };
  return {
    open: async (equipment) => void (await tell('open', equipment)),
    fetch: async (url) => (await tell('fetch', url)) as Outcome,
    close: async () => void (await tell('close')),
    stop: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
