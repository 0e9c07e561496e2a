import { once } from 'node:events';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * A signal that is aborted when this process is asked to end: Ctrl-C, SIGTERM, or the terminal closing. From then on
 * the process no longer ends by itself at those; whoever asks for this must come to an end when it is aborted.
 */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  for (const name of SIGNALS) process.on(name, () => controller.abort(new Error(`Stopped by ${name}`)));
  return controller.signal;
}

/** Resolves when a signal is aborted, at once where it was: a process may be asked to end while it still starts. */
export async function whenAborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, 'abort');
}
