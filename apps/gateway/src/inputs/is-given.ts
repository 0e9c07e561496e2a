/** Whether a client gave a member of an input: one that is left out and one that is `null` both ask for nothing. */
export function isGiven<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}
