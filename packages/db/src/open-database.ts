import { VigilError } from '@vigil/errors';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from './generated/prisma/client.js';

/** One pool, for Prisma and for the hand-written SQL of the hot paths. */
export interface Database {
  readonly pool: pg.Pool;
  readonly prisma: PrismaClient;
  close(): Promise<void>;
}

/** How to open a database. */
export interface DatabaseOptions {
  readonly url: string;
  /** Connections at most. */
  readonly max?: number;
}

const oldestServer = 150_000;
/** A process that vanished without a word must not keep its locks: the server asks whether it is there. */
const sessionOptions = [
  'TimeZone=UTC',
  'role=vigil_app',
  'tcp_keepalives_idle=20',
  'tcp_keepalives_interval=5',
  'tcp_keepalives_count=3',
  'idle_in_transaction_session_timeout=60000',
]
  .map((option) => `-c ${option}`)
  .join(' ');
const preparedTexts = 500;

/**
 * Opens the database as the application's role, every session in UTC, and asserts both: adapter-pg
 * ignores a session's zone and would write shifted times (prisma/orm #26786, #28629).
 * Throws DATABASE_UNREACHABLE, DATABASE_TOO_OLD, DATABASE_ZONE or DATABASE_ROLE.
 */
export async function openDatabase({ url, max = 10 }: DatabaseOptions): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    options: sessionOptions,
    keepAlive: true,
  });
  pool.on('error', () => undefined); // an idle connection was lost: the pool has dropped it, the next query opens another
  try {
    await assertSession(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator: statementNames() }) });
  return {
    pool,
    prisma,
    close: async () => {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

async function assertSession(pool: pg.Pool): Promise<void> {
  const { rows } = await pool
    .query<{ version: number; zone: string; role: string; strong: boolean; owns: boolean }>(
      `SELECT current_setting('server_version_num')::int AS version, current_setting('TimeZone') AS zone, current_user AS role,
         (SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user) AS strong,
         EXISTS (SELECT 1 FROM pg_tables WHERE schemaname = 'public' AND tableowner = current_user) AS owns`,
    )
    .catch((error: unknown) => {
      throw asOpenError(error);
    });
  const session = rows[0]!;
  if (session.version < oldestServer) {
    throw new VigilError(
      'DATABASE_TOO_OLD',
      `PostgreSQL ${Math.floor(session.version / 10_000)} is too old: 15 or later is wanted`,
    );
  }
  if (session.zone !== 'UTC')
    throw new VigilError('DATABASE_ZONE', `the session's zone is ${session.zone}, and must be UTC`);
  if (session.strong || session.owns)
    throw new VigilError('DATABASE_ROLE', `the role ${session.role} can bypass row-level security`);
}

function asOpenError(error: unknown): VigilError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === '22023' || code === '42501') {
    return new VigilError(
      'DATABASE_ROLE',
      'the role vigil_app does not exist or may not be taken: run the migrations first',
      { cause: error },
    );
  }
  return new VigilError(
    'DATABASE_UNREACHABLE',
    `the database does not answer: ${error instanceof Error ? error.message : String(error)}`,
    { cause: error },
  );
}

/** Prepared statements for the first texts only: `in (…)` lists would be endless. */
function statementNames(): (query: { sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined || names.size >= preparedTexts) return known ?? '';
    const name = `vigil_${names.size}`;
    names.set(sql, name);
    return name;
  };
}
