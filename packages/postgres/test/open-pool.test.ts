import { createEmptyDatabase } from '@vigil/tooling/testing';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPool } from '../src/index.js';

let url = '';
let drop: () => Promise<void>;
beforeAll(async () => {
  ({ url, drop } = await createEmptyDatabase());
});
afterAll(() => drop());

it('the example of the README runs', async () => {
  const pool = openPool({ url, max: 2, session: ['statement_timeout=5s'], name: 'vigil-example' });
  const { rows } = await pool.query("SELECT current_setting('TimeZone') AS zone");
  expect(rows).toEqual([{ zone: 'UTC' }]);
  await pool.end();
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  expect(readme).toContain("openPool({ url, max: 2, session: ['statement_timeout=5s'], name: 'vigil-example' });");
});

it('a connection that the server breaks while it is in use ends its query, and nothing else', async () => {
  const pool = openPool({ url, max: 1, session: [], name: 'vigil-test' });
  const client = await pool.connect();
  await expect(client.query('SELECT pg_terminate_backend(pg_backend_pid())')).rejects.toThrow('terminat');
  client.release(true);
  expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  await pool.end();
});

it('a connection that goes dead is given up with its query, in or out of use, and another is opened', async () => {
  const wire = await layWire();
  const pool = openPool({ url: wire.url, max: 1, session: [], name: 'vigil-test', answerMs: 300 });
  const client = await pool.connect();
  await client.query('SELECT 1');
  wire.deaden();
  await expect(client.query('SELECT 2')).rejects.toThrow('Query read timeout');
  await expect(client.query('ROLLBACK')).rejects.toThrow(/Query read timeout|not queryable|terminated/);
  client.release(); // as one does who does not know
  expect((await pool.query('SELECT 3 AS three')).rows).toEqual([{ three: 3 }]);
  wire.deaden();
  await expect(pool.query('SELECT 4')).rejects.toThrow('Query read timeout');
  expect((await pool.query('SELECT 5 AS five')).rows).toEqual([{ five: 5 }]);
  await pool.end();
  await wire.close();
});

/** A wire to the database that can go dead without a word. */
async function layWire(): Promise<{ readonly url: string; deaden(): void; close(): Promise<void> }> {
  const { port, hostname } = new URL(url);
  let living: (readonly [Socket, Socket])[] = [];
  const all: Socket[] = [];
  const server: Server = createServer((near) => {
    const far = connect(Number(port), hostname);
    living.push([near, far]);
    all.push(near, far);
    near.on('data', (data) => void far.write(data)).on('error', () => undefined);
    far.on('data', (data) => void near.write(data)).on('error', () => undefined);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const moved = new URL(url);
  moved.port = String((server.address() as AddressInfo).port);
  return {
    url: moved.href,
    deaden: () => {
      for (const end of living.flat()) end.removeAllListeners('data').on('data', () => undefined);
      living = [];
    },
    close: async () => {
      for (const end of all) end.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
