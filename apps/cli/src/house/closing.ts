/** Remembers how to close something once the work is over. */
export type Later = (close: () => Promise<unknown>) => void;

/**
 * Runs work that opens things, and closes them afterwards, the last opened first, however the work ended. Everything is
 * closed even where closing something fails. Throws the work's failure, else the first of closing.
 */
export async function closing<T>(work: (later: Later) => Promise<T>): Promise<T> {
  const closes: (() => Promise<unknown>)[] = [];
  const [worked] = await Promise.allSettled([work((close) => void closes.push(close))]);
  const closed: PromiseSettledResult<unknown>[] = [];
  for (const close of closes.reverse()) closed.push(...(await Promise.allSettled([close()])));
  if (worked.status === 'rejected') throw worked.reason;
  for (const result of closed) if (result.status === 'rejected') throw result.reason;
  return worked.value;
}
