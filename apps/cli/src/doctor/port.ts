import { catalogue } from '@vigil/errors';
import type { Settings } from '@vigil/settings';
import { once } from 'node:events';
import { connect } from 'node:net';
import { fail, ok, type Finding } from './finding.js';

/** Who listens on the gateway's port. */
export type PortHolder = 'nobody' | 'gateway' | 'other';

const patienceMs = 2_000;

/** Asks who listens on a port, without taking it. */
export async function findPortHolder({ host, port }: Pick<Settings, 'host' | 'port'>): Promise<PortHolder> {
  if (!(await isTaken(host, port))) return 'nobody';
  const origin = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  try {
    // A gateway tells even of an address where nothing is in its own words, and needs no database for it.
    const answer = await fetch(`${origin}/nothing-here`, { signal: AbortSignal.timeout(patienceMs) });
    const { errors } = (await answer.json()) as { readonly errors: readonly { readonly extensions: object }[] };
    const { wayOut } = catalogue.NOT_FOUND;
    return Object.values(errors[0]!.extensions).includes(wayOut) ? 'gateway' : 'other';
  } catch {
    return 'other'; // whatever it is, it does not speak as a gateway does
  }
}

async function isTaken(host: string, port: number): Promise<boolean> {
  const socket = connect({ host, port, timeout: patienceMs });
  const given = new AbortController();
  socket.once('timeout', () => given.abort());
  try {
    await once(socket, 'connect', { signal: given.signal });
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED');
  } finally {
    socket.destroy();
  }
}

/** Whether the gateway can have its port, or has it. */
export function checkPort({ host, port }: Pick<Settings, 'host' | 'port'>, holder: PortHolder): Finding {
  const name = 'port';
  if (port === 0) return ok(name, 'a free one is picked');
  if (holder === 'nobody') return ok(name, `${port} is free`);
  if (holder === 'gateway') return ok(name, `the gateway answers at ${host}:${port}`);
  return fail(name, `${port} is taken by another process`, 'End that process, or set VIGIL_PORT.');
}
