import { VigilError } from '@vigil/errors';
import { Client } from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Follow } from './keep-following.js';

const answerMs = 5_000;
/** A server that is gone does not answer a farewell. */
const endMs = 500;

/** Follows a channel of Postgres on a connection of its own; the bell rings as it begins, and at each notification. */
export function listenTo(databaseUrl: string, channel: string, onBell: () => void): Follow {
  return async (onFollowing, closing) => {
    const client = new Client({
      connectionString: databaseUrl,
      application_name: 'vigil-relay',
      connectionTimeoutMillis: answerMs,
      query_timeout: answerMs,
      // Nothing is ever sent on this connection: without probes a silent loss would go unnoticed for hours.
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
    });
    const done = new AbortController();
    const over = new Promise<void>((resolve, reject) => {
      closing.addEventListener('abort', () => resolve(), { signal: done.signal });
      client.on('error', reject);
      client.on('end', () => reject(new Error('the server closed it')));
    });
    const listen = async (): Promise<void> => {
      await client.connect();
      client.on('notification', onBell);
      await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
      onFollowing();
      onBell();
    };
    try {
      await Promise.race([over, listen()]);
      await over;
    } finally {
      done.abort();
      await Promise.race([client.end().catch(() => undefined), sleep(endMs, undefined, { ref: false })]);
    }
  };
}

/** What a follower of Postgres reports when it has lost its connection. */
export function lostDatabase(error: unknown): VigilError {
  const reason = error instanceof Error ? error.message : String(error);
  return new VigilError('DATABASE_UNREACHABLE', `the Change relay lost its connection: ${reason}`, { cause: error });
}
