import pg from 'pg';

/** What pg says where `query_timeout` is over. */
const unanswered = 'Query read timeout';

type Query = (...args: unknown[]) => unknown;

/**
 * A client that hangs up where a query goes unanswered. pg only gives the query up: the connection stays with its pool, and all
 * that is asked on it later waits behind the answer that never comes.
 */
export class ImpatientClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    const query = super.query.bind(this) as Query;
    const hangUp = (error: unknown): void => {
      if (error instanceof Error && error.message === unanswered) this.#socket().destroy(error);
    };
    this.query = ((...args: unknown[]) => {
      const callback = args.at(-1);
      if (typeof callback === 'function') {
        const heard = (error: unknown, ...rest: unknown[]): void => {
          hangUp(error);
          (callback as Query)(error, ...rest);
        };
        return query(...args.slice(0, -1), heard);
      }
      const answer = query(...args);
      if (answer instanceof Promise) answer.catch(hangUp);
      return answer;
    }) as typeof this.query;
  }

  #socket(): { destroy(error: Error): void } {
    return (this as unknown as { connection: { stream: { destroy(error: Error): void } } }).connection.stream;
  }
}
