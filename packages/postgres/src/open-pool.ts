import pg from 'pg';
import { ImpatientClient } from './impatient-client.js';

/** Which connections. */
export interface PoolOptions {
  readonly url: string;
  /** Connections at most. */
  readonly max: number;
  /** Settings of each session, as `name=value`; UTC is always set. */
  readonly session: readonly string[];
  /** What the server lists the connections as. */
  readonly name: string;
  /** How long a query may go unanswered, in milliseconds. Default 30,000. */
  readonly answerMs?: number;
}

/** Longer than any query of ours takes, waits for a lock included. */
const defaultAnswerMs = 30_000;
const connectMs = 10_000;

/**
 * Opens a pool whose sessions are in UTC. A connection that breaks, or on which a query goes unanswered, is told by the query,
 * is dropped, and never ends the process; the next query opens another.
 */
export function openPool({ url, max, session, name, answerMs = defaultAnswerMs }: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    Client: ImpatientClient,
    connectionString: url,
    max,
    application_name: name,
    options: ['TimeZone=UTC', ...session].map((option) => `-c ${option}`).join(' '),
    keepAlive: true,
    connectionTimeoutMillis: connectMs,
    query_timeout: answerMs,
  });
  // One that is in use tells it by its query, too; unheard, the event would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.on('error', () => undefined); // an idle one
  return pool;
}
