import { VigilError } from '@vigil/errors';
import type { Pool, QueryResult, QueryResultRow } from 'pg';
import type { GateCells, KeptState } from './gate-cells.js';

/** The gate's states in tables of @vigil/db, over the pool of its role. Each question is one statement. */
export function postgresGateCells(pool: Pool): GateCells {
  const ask = async <Row extends QueryResultRow>(sql: string, values: unknown[]): Promise<QueryResult<Row>> =>
    await pool.query<Row>(sql, values).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      throw new VigilError('DATABASE_UNREACHABLE', `the host gate could not be asked: ${reason}`, { cause: error });
    });
  return {
    read: async (domain) => {
      // The clock is read after the snapshot that the state is of.
      const { rows } = await ask<KeptState>(
        `SELECT (SELECT state::text FROM host_gate WHERE domain = $1) AS text,
           floor(extract(epoch FROM clock_timestamp()) * 1000)::float8 AS now`,
        [domain],
      );
      return rows[0]!;
    },
    replace: async (domain, before, after) => {
      const { rowCount } =
        before === null
          ? await ask('INSERT INTO host_gate (domain, state) VALUES ($1, $2) ON CONFLICT DO NOTHING', [domain, after])
          : await ask('UPDATE host_gate SET state = $3 WHERE domain = $1 AND state = $2', [domain, before, after]);
      return rowCount === 1;
    },
    recallRobots: async (origin) => {
      const { rows } = await ask<{ text: string | null }>(
        'SELECT text FROM robots_text WHERE origin = $1 AND keep_until > clock_timestamp()',
        [origin],
      );
      return rows[0] ?? null;
    },
    keepRobots: async (origin, { text }, ms) => {
      await ask(
        `INSERT INTO robots_text (origin, text, keep_until) VALUES ($1, $2, clock_timestamp() + $3 * interval '1 millisecond')
         ON CONFLICT (origin) DO UPDATE SET text = excluded.text, keep_until = excluded.keep_until`,
        [origin, text, ms],
      );
    },
    close: async () => undefined, // the pool is its owner's
  };
}
