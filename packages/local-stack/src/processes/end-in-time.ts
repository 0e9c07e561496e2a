/** How long a process that was asked to end may take. */
export interface EndInTimeOptions {
  /** Milliseconds; more than all that it waits for in order takes, as a rule. */
  readonly withinMs: number;
  /** Hears that it took longer. Must return at once. */
  readonly onLate: () => void;
}

/**
 * Ends this process, with 0, some time after `until` was aborted, whatever holds it then: a server that does not answer, or a
 * query that waits for a lock. What it holds ends with it.
 */
export function endInTime(until: AbortSignal, { withinMs, onLate }: EndInTimeOptions): void {
  const end = (): void => {
    onLate();
    process.exit(0);
  };
  until.addEventListener('abort', () => setTimeout(end, withinMs), { once: true });
}
