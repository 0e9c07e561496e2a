// How the schema engine reaches PostgreSQL.
import pg from 'pg';
import { parse } from 'pg-connection-string';

const prismaOnly = ['schema', 'connection_limit', 'pool_timeout', 'pgbouncer', 'connect_timeout', 'socket_timeout'];

/** Separate members and no connection string: node-pg lets the string win over `database`. */
export function configOf(url) {
  const parsed = new URL(url);
  const schema = parsed.searchParams.get('schema') ?? 'public';
  for (const name of prismaOnly) parsed.searchParams.delete(name);
  const { host, port, user, password, database, ssl } = parse(parsed.toString());
  return { schema, config: { host, port: port ? Number(port) : undefined, user, password, database, ssl, max: 1 } };
}

/** Runs a function with one connection, which is closed afterwards. */
export async function withClient(config, use) {
  const client = new pg.Client(config);
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

/** Runs SQL that must not run inside the database it is about. */
export const asAdministrator = (config, sql) =>
  withClient({ ...config, database: 'postgres' }, (client) => client.query(sql));

/** Quotes an identifier. */
export const quote = (name) => `"${name.replaceAll('"', '""')}"`;
