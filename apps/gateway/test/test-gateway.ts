/** A gateway on a database of its own, and how tests speak to it. */
import {
  changeChannel,
  ensureLocalOrganisation,
  headOfChanges,
  localOrganisationId,
  openDatabase,
  type Database,
} from '@vigil/db';
import { openChangePublisher, type ChangePublisher } from '@vigil/queue';
import { sources } from '@vigil/sources';
import { createTestDatabase } from '@vigil/tooling/testing';
import { createClient, type Client } from 'graphql-ws';
import pg from 'pg';
import { pino } from 'pino';
import { WebSocket } from 'ws';
import { startGateway, type Gateway, type GatewayOptions } from '../src/index.js';
import { follow, type Followed } from './follow.js';
import type { Data, ErrorData } from './graph.js';

export type Variables = Readonly<Record<string, unknown>>;

/** A GraphQL answer. */
export interface Answer {
  readonly data?: Data | null;
  readonly errors?: readonly ErrorData[];
}

/** A line of the log. */
export interface LogLine {
  readonly errorId?: string;
  readonly err?: { readonly message: string };
}

export interface TestGateway {
  readonly db: Database;
  readonly databaseUrl: string;
  readonly url: string;
  readonly log: readonly LogLine[];
  /** Targets for which a Check was asked. */
  readonly checks: readonly string[];
  ask(query: string, variables?: Variables): Promise<Answer>;
  /** As `ask`, and fails on errors. */
  data(query: string, variables?: Variables): Promise<Data>;
  /** As `ask`, for an answer that must be an error. */
  error(query: string, variables?: Variables): Promise<ErrorData>;
  post(body: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  socket(): Client;
  follow(query: string, variables?: Variables): Followed;
  /** Runs a statement as the owner of the database. */
  asOwner(sql: string): Promise<void>;
  restart(graceMs?: number): Promise<void>;
  close(): Promise<void>;
}

/** With `redisUrl` Changes are told of there, by a publisher as a scraper has one. */
export async function openTestGateway(
  redisUrl: string | null = null,
  more: Partial<GatewayOptions> = {},
): Promise<TestGateway> {
  const { url: databaseUrl, drop } = await createTestDatabase();
  const db = await openDatabase({ url: databaseUrl });
  await ensureLocalOrganisation(db);
  const log: LogLine[] = [];
  const checks: string[] = [];
  const clients = new Set<Client>();
  const publisher = redisUrl === null ? null : publishChanges({ db, databaseUrl, redisUrl });
  const options = {
    databaseUrl,
    redisUrl,
    host: '127.0.0.1',
    organisationId: localOrganisationId,
    sources,
    checkNow: async (targetId: string) => ({ queued: checks.push(targetId) === 1 }),
    ...more,
    log: pino({}, { write: (line: string) => void log.push(JSON.parse(line) as LogLine) }),
  };
  let gateway: Gateway = await startGateway({ ...options, port: 0 });
  const { url } = gateway;
  const post: TestGateway['post'] = (body, headers = {}) =>
    fetch(new URL('graphql', url), {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
    });
  const ask: TestGateway['ask'] = async (query, variables) =>
    (await (await post(JSON.stringify({ query, variables }))).json()) as Answer;
  const socket = (): Client => {
    const client = createClient({
      url: new URL('graphql', url).href.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      retryAttempts: 0,
    });
    clients.add(client);
    return client;
  };
  return {
    db,
    databaseUrl,
    url,
    log,
    checks,
    ask,
    data: async (query, variables) => {
      const { data, errors } = await ask(query, variables);
      if (errors || !data) throw new Error(JSON.stringify(errors));
      return data;
    },
    error: async (query, variables) => {
      const { errors } = await ask(query, variables);
      if (!errors?.[0]) throw new Error('there was no error');
      return errors[0];
    },
    post,
    socket,
    follow: (query, variables) => follow(socket(), query, variables),
    asOwner: async (sql) => {
      const client = new pg.Client({ connectionString: databaseUrl });
      await client.connect();
      await client.query(sql);
      await client.end();
    },
    restart: async (graceMs = 1_000) => {
      await gateway.close(graceMs);
      gateway = await startGateway({ ...options, port: Number(new URL(url).port) });
    },
    close: async () => {
      for (const client of clients) client.terminate();
      await gateway.close(1_000);
      await publisher?.close();
      await db.close();
      await drop();
    },
  };
}

function publishChanges({
  db,
  databaseUrl,
  redisUrl,
}: Pick<TestGateway, 'db' | 'databaseUrl'> & { readonly redisUrl: string }): ChangePublisher {
  return openChangePublisher({
    databaseUrl,
    channel: changeChannel,
    redisUrl,
    head: () => headOfChanges(db),
    onError: () => undefined, // what it cannot tell is found in the log
  });
}
