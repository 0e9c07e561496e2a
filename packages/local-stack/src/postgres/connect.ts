import type { Socket } from 'node:net';
import { Client } from 'pg';

/** A server that is on its way up or down: nobody listens, the connection is cut, or "cannot connect now". */
const NOT_NOW: ReadonlySet<unknown> = new Set(['ECONNREFUSED', 'ECONNRESET', '57P03']);

/** How a connection names itself to the server, and a socket of the caller's where it wants to keep hold of it. */
export interface ConnectOptions {
  readonly applicationName?: string;
  readonly socket?: Socket;
}

/** Connects once. Undefined when the server is starting, stopping or not there; any other failure is thrown. */
export async function tryConnect(
  url: string,
  { applicationName, socket }: ConnectOptions = {},
): Promise<Client | undefined> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: 20_000,
    ...(applicationName === undefined ? {} : { application_name: applicationName }),
    ...(socket === undefined ? {} : { stream: () => socket }),
  });
  // A server that goes away later is seen by the next query; unheard, this event would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    if (NOT_NOW.has((error as { code?: unknown }).code)) return undefined;
    throw error;
  }
}
