/** Runs `work` with a signal that is aborted as soon as one of `signals` is; leaves no listener behind. */
export async function linked<T>(
  signals: readonly AbortSignal[],
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  // Not AbortSignal.any: on Node 20 each signal it makes stays reachable from a parent that lives as long as the process.
  const controller = new AbortController();
  const undo = signals.map((parent) => {
    const abort = (): void => controller.abort(parent.reason);
    if (parent.aborted) abort();
    parent.addEventListener('abort', abort, { once: true });
    return () => parent.removeEventListener('abort', abort);
  });
  try {
    controller.signal.throwIfAborted();
    return await work(controller.signal);
  } finally {
    for (const remove of undo) remove();
  }
}

/** Runs `work` with a signal that is aborted with `late()` after `ms` milliseconds, or with `signal`. */
export async function withDeadline<T>(
  deadline: { readonly ms: number; readonly late: () => Error; readonly signal: AbortSignal },
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(deadline.late()), deadline.ms);
  try {
    return await linked([deadline.signal, timeout.signal], work);
  } finally {
    clearTimeout(timer);
  }
}

/** Settles as `promise` does, or rejects with the signal's reason when that comes first. */
export async function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  let abort = (): void => undefined;
  const aborted = new Promise<never>((_resolve, reject) => {
    abort = () => reject(signal.reason as Error);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
  });
  try {
    return await Promise.race([aborted, promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
