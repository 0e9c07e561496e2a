import { Socket } from 'node:net';
import { VigilError } from '@vigil/errors';
import type { Client } from 'pg';
import { tryConnect } from './connect.js';

const NAME = 'vigil-holder';

/**
 * An idle connection by which a process holds the server open for itself. Several processes share one embedded
 * server; the last that lets go stops it. A process that was killed has let go with its connection.
 */
export interface Holder {
  readonly client: Client;
  readonly backend: number;
}

/** Takes hold of the server at this address. The connection does not keep the process alive. */
export async function takeHold(url: string): Promise<Holder> {
  const socket = new Socket();
  const client = await tryConnect(url, { applicationName: NAME, socket });
  if (client === undefined) throw new VigilError('EMBEDDED_POSTGRES', 'PostgreSQL went away while it was starting');
  const { rows } = await client.query<{ backend: number }>('select pg_backend_pid() as backend');
  socket.unref();
  return { client, backend: rows[0]?.backend ?? 0 };
}

/** Whether a process beside this holder's holds the server. False also when the server is not there any more. */
export async function isHeldByOthers(url: string, { backend }: Holder): Promise<boolean> {
  const client = await tryConnect(url);
  if (client === undefined) return false;
  try {
    const others = 'select from pg_stat_activity where application_name = $1 and pid <> $2';
    const { rowCount } = await client.query(others, [NAME, backend]);
    return (rowCount ?? 0) > 0;
  } finally {
    await client.end();
  }
}
