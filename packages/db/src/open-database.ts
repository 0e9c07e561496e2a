import { VigilError } from '@vigil/errors';
import { PrismaPg } from '@prisma/adapter-pg';
import { openPool } from '@vigil/postgres';
import type pg from 'pg';
import { assertServer } from './assert-server.js';
import { asConnectError } from './database-error.js';
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

/** A process that vanished without a word must not keep its locks: the server asks whether it is there. */
const session = [
  'role=vigil_app',
  'tcp_keepalives_idle=20',
  'tcp_keepalives_interval=5',
  'tcp_keepalives_count=3',
  'idle_in_transaction_session_timeout=60000',
];
const preparedTexts = 500;

/**
 * Opens the database as the application's role, every session in UTC, and asserts both.
 * Throws what `assertServer` throws, DATABASE_ROLE, and what `asDatabaseError` tells of a server that does not let us in.
 */
export async function openDatabase({ url, max = 10 }: DatabaseOptions): Promise<Database> {
  const pool = openPool({ url, max, session, name: 'vigil' });
  try {
    await assertServer(pool, url);
    await assertRole(pool);
  } catch (error) {
    await pool.end();
    throw asOpenError(error, url);
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

async function assertRole(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ role: string; strong: boolean; owns: boolean }>(
    `SELECT current_user AS role, (SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user) AS strong,
       EXISTS (SELECT 1 FROM pg_tables WHERE schemaname = 'public' AND tableowner = current_user) AS owns`,
  );
  const { role, strong, owns } = rows[0]!;
  if (strong || owns) throw new VigilError('DATABASE_ROLE', `the role ${role} can bypass row-level security`);
}

/** A session that asks for a role which is not there, or not for this user, does not begin. */
function asOpenError(error: unknown, url: string): VigilError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code !== '22023' && code !== '42501') return asConnectError(error, url);
  const message = 'the role vigil_app does not exist or may not be taken: run the migrations first';
  return new VigilError('DATABASE_ROLE', message, { cause: error });
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
