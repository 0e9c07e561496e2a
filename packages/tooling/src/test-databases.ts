/**
 * Serves databases to tests. Tests run in processes of their own; the server they share is started by the one process
 * that outlives them, and only when the first of them asks.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ProvidedContext } from 'vitest';
import { DatabaseMaker } from './database-maker.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address that test databases are asked from. */
    testDatabases: string;
  }
}

/** A PostgreSQL server for the tests, and how it is stopped. */
export interface TestServer {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Where the server and the schema come from. */
export interface TestDatabasesOptions {
  readonly start: () => Promise<TestServer>;
  /** Brings the database at this address to the current schema. */
  readonly migrate: (url: string) => Promise<unknown>;
}

/** An open desk for test databases. */
export interface TestDatabases {
  /** What tests find under `inject('testDatabases')`. */
  readonly address: ProvidedContext['testDatabases'];
  /** Removes what tests left, and stops the server if any test had asked for it. */
  readonly close: () => Promise<void>;
}

/** Opens the desk on loopback. */
export async function serveTestDatabases({ start, migrate }: TestDatabasesOptions): Promise<TestDatabases> {
  let opened: Promise<{ server: TestServer; maker: DatabaseMaker }> | undefined;
  const open = async (): Promise<{ server: TestServer; maker: DatabaseMaker }> => {
    const server = await start();
    return { server, maker: new DatabaseMaker(server.url, migrate) };
  };
  const desk = createServer((request, response) => {
    opened ??= open();
    void opened
      .then(({ maker }) => answer(maker, request))
      .then(
        (body) => response.end(body),
        (error: unknown) => refuse(response, error),
      );
  });
  await listen(desk);
  return {
    address: `http://127.0.0.1:${(desk.address() as AddressInfo).port}`,
    close: async () => {
      desk.close();
      desk.closeAllConnections();
      const { maker, server } = (await opened?.catch(() => undefined)) ?? {};
      await maker?.close();
      await server?.stop();
    },
  };
}

async function answer(maker: DatabaseMaker, { method, url = '/' }: IncomingMessage): Promise<string> {
  const name = url.slice(1);
  if (method === 'DELETE') {
    await maker.drop(name);
    return '';
  }
  return JSON.stringify(await (name === 'empty' ? maker.makeEmpty() : maker.makeMigrated()));
}

function refuse(response: ServerResponse, error: unknown): void {
  response.statusCode = 500;
  response.end(error instanceof Error ? (error.stack ?? error.message) : String(error));
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
}
