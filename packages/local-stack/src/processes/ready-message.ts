/** What a process says of itself once it serves: `ready`, and what the others may want to know (a port, an address). */
export type ReadyMessage = Readonly<Record<string, unknown>> & { readonly ready: true };

/** Tells the supervisor that this process is ready. Says nothing where there is no supervisor. */
export function announceReady(facts: Readonly<Record<string, unknown>> = {}): void {
  process.send?.({ ...facts, ready: true } satisfies ReadyMessage);
}

/** Whether something received from a child process is its ready message. */
export function isReadyMessage(value: unknown): value is ReadyMessage {
  return typeof value === 'object' && value !== null && 'ready' in value && value.ready === true;
}
