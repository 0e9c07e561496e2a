import { setTimeout as delay } from 'node:timers/promises';
import { VigilError } from '@vigil/errors';
import { Child, type ProcessExit, type ProcessSpec } from './child.js';
import { isReadyMessage, type ReadyMessage } from './ready-message.js';

/** Who hears of the processes, and when they are to end. */
export interface SupervisionOptions {
  /** Hears each line a process prints, with the process's name before it. */
  readonly onLine: (line: string, name: string) => void;
  /** Hears of each process that ended. */
  readonly onExit: (exit: ProcessExit) => void;
  /** Stops all of them when it is aborted; `stopSignal()` is aborted when this process is asked to end. */
  readonly until: AbortSignal;
}

/** The processes of one machine, all ready. */
export interface Supervision {
  /** What each process said when it was ready, by its name. */
  readonly ready: ReadonlyMap<string, ReadyMessage>;
  /** Resolves when all have been stopped; rejects with PROCESS_DIED when one ended by itself and the rest were stopped. */
  readonly ended: Promise<void>;
  /** Stops all, the last started first. */
  readonly stop: () => Promise<void>;
}

/** What a process may take to become ready, in milliseconds. */
const PATIENCE = 60_000;

/**
 * Starts Node processes in order, each when the one before is ready (see `announceReady`), and keeps them together:
 * when one ends by itself, all are stopped. They end with this process however it ends, if they call `exitWithParent`.
 * Throws PROCESS_DIED when one ends before it is ready, and the abort reason of `until` when that comes first; in
 * both cases nothing is left running.
 */
export async function superviseProcesses(
  specs: readonly ProcessSpec[],
  { onLine, onExit, until }: SupervisionOptions,
): Promise<Supervision> {
  until.throwIfAborted();
  const width = Math.max(...specs.map(({ name }) => name.length));
  const children: Child[] = [];
  const ready = new Map<string, ReadyMessage>();
  const askAll = (): void => children.forEach((child) => child.ask());
  process.once('exit', askAll);
  const stop = async (): Promise<void> => {
    await Promise.all(children.map((child) => child.stop()));
    process.off('exit', askAll);
  };
  try {
    for (const spec of specs) {
      const child = new Child(spec, (line) => onLine(`${spec.name.padEnd(width)} | ${line}`, spec.name));
      children.push(child);
      void child.ended.then(onExit);
      ready.set(spec.name, await whenReady(child, children, until));
    }
  } catch (error) {
    await stop();
    throw error;
  }
  until.addEventListener('abort', () => void stop(), { once: true });
  const ended = whenEnded(children, stop);
  // It may fail before the caller comes to await it; that is no unhandled rejection.
  ended.catch(() => undefined);
  return { ready, ended, stop };
}

/** Waits for the newest process, while any of them may end and `until` may be aborted. */
async function whenReady(newest: Child, all: readonly Child[], until: AbortSignal): Promise<ReadyMessage> {
  const silence = delay(PATIENCE, undefined, { signal: until, ref: false });
  const outcome = await Promise.race([newest.ready, firstEnd(all), silence]).catch(() => undefined);
  until.throwIfAborted();
  if (outcome === undefined) {
    throw new VigilError('PROCESS_DIED', `The process ${newest.name} was not ready within ${PATIENCE / 1000} seconds`);
  }
  if (isReadyMessage(outcome)) return outcome;
  throw died(outcome);
}

async function whenEnded(children: readonly Child[], stop: () => Promise<void>): Promise<void> {
  const exit = await firstEnd(children);
  await stop();
  if (!exit.expected) throw died(exit);
}

function firstEnd(children: readonly Child[]): Promise<ProcessExit> {
  return Promise.race(children.map((child) => child.ended));
}

function died({ name, code, signal }: ProcessExit): VigilError {
  return new VigilError('PROCESS_DIED', `The process ${name} ended by itself (${signal ?? `code ${code}`})`, {
    details: { process: name, code, signal },
  });
}
