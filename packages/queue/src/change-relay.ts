import { VigilError } from '@vigil/errors';
import { Client } from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ReportError } from './check-queue.js';

/** What rings the bell, and who hears it. */
export interface ChangeRelayOptions {
  readonly databaseUrl: string;
  /** The channel that the writer of Changes notifies. */
  readonly channel: string;
  /** Says only "look at the log". Called often; must return at once and not throw. */
  readonly onBell: () => void;
  readonly onError: ReportError;
  /** The bell rings at least this often, in milliseconds, whatever was lost. Default 1,000. */
  readonly pollMs?: number;
}

/** A relay that rings until it is closed. */
export interface ChangeRelay {
  close(): Promise<void>;
}

const firstPauseMs = 100;
const longestPauseMs = 5_000;
const answerMs = 5_000;
/** A server that is gone does not answer a farewell. */
const endMs = 500;

/**
 * A doorbell for followers of the Change log: LISTEN on a connection of its own, made again with back-off
 * whenever it is lost, and a bell at each new connection, since what was notified in between is lost. The
 * data is always read from the log, so a lost bell costs time (`pollMs` at most) and never a Change.
 */
export function openChangeRelay(options: ChangeRelayOptions): ChangeRelay {
  const { onBell, pollMs = 1_000 } = options;
  const closing = new AbortController();
  const poll = setInterval(onBell, pollMs);
  const ended = keepListening(options, closing.signal);
  return {
    close: async () => {
      clearInterval(poll);
      closing.abort();
      await ended;
    },
  };
}

async function keepListening(options: ChangeRelayOptions, closing: AbortSignal): Promise<void> {
  let pauseMs = firstPauseMs;
  while (!closing.aborted) {
    try {
      await listenUntilLost(options, closing, () => (pauseMs = firstPauseMs));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      options.onError(
        new VigilError('DATABASE_UNREACHABLE', `the Change relay lost its connection: ${reason}`, { cause: error }),
        null,
      );
      await sleep(pauseMs, undefined, { signal: closing }).catch(() => undefined);
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    }
  }
}

/** Returns when `closing` aborts; throws when the connection could not be made or was lost. */
async function listenUntilLost(
  options: ChangeRelayOptions,
  closing: AbortSignal,
  onListening: () => void,
): Promise<void> {
  const client = new Client({
    connectionString: options.databaseUrl,
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
    client.on('notification', options.onBell);
    await client.query(`LISTEN ${client.escapeIdentifier(options.channel)}`);
    onListening();
    options.onBell();
  };
  try {
    await Promise.race([over, listen()]);
    await over;
  } finally {
    done.abort();
    await Promise.race([client.end().catch(() => undefined), sleep(endMs, undefined, { ref: false })]);
  }
}
