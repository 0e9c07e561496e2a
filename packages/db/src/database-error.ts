/** What a database's refusals mean: the driver's errors and SQLSTATEs, as errors of the catalogue. */
import { VigilError, type ErrorCode } from '@vigil/errors';
import pg from 'pg';

/** What it is called, and what the server does. */
type Meaning = readonly [ErrorCode, string];

const silent: Meaning = ['DATABASE_UNREACHABLE', 'does not answer'];

/** SQLSTATEs that say what to mend. https://www.postgresql.org/docs/current/errcodes-appendix.html */
const meanings: Readonly<Record<string, Meaning>> = {
  '28P01': ['DATABASE_LOGIN', 'does not let us in'],
  '28000': ['DATABASE_LOGIN', 'does not let us in'],
  '3D000': ['DATABASE_MISSING', 'holds no such database'],
  '53300': ['DATABASE_CONNECTIONS', 'has no connection left'],
  '53100': ['DATABASE_DISK', 'has no space left'],
  '42501': ['DATABASE_ROLE', 'does not let this user do its work'],
};

/** SQLSTATE classes 08 (connection) and 57P0x (the server starts or shuts down), and what sockets say. */
const lost = /^(?:08|57P0)|^E[A-Z_]+$/;

/**
 * The error of the catalogue for what the driver threw: DATABASE_LOGIN, DATABASE_MISSING, DATABASE_CONNECTIONS,
 * DATABASE_DISK, DATABASE_ROLE or DATABASE_UNREACHABLE. Any other error, also that of a wrong query, as it is. `url` is
 * the database's address, of which no secret is told.
 */
export function asDatabaseError(error: unknown, url: string): unknown {
  if (!(error instanceof Error) || error instanceof VigilError) return error;
  const code = 'code' in error ? String(error.code) : '';
  const known = meanings[code];
  if (known !== undefined) return told(known, error, url);
  // The driver's own words about a password that the address lacks.
  if (error.message.startsWith('SASL:')) return told(meanings['28P01']!, error, url);
  return lost.test(code) || error.message.startsWith('Connection terminated') ? told(silent, error, url) : error;
}

/** As `asDatabaseError`, of an attempt to connect: whatever went wrong there, the server does not answer as it should. */
export function asConnectError(error: unknown, url: string): VigilError {
  const known = asDatabaseError(error, url);
  return known instanceof VigilError ? known : told(silent, known, url);
}

function told([code, trouble]: Meaning, cause: unknown, url: string): VigilError {
  return new VigilError(code, `the server of ${placeOf(url)} ${trouble}: ${reasonOf(cause)}`, { cause });
}

/** A host with several addresses fails with one error for each, and no message of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join(', ');
  return error instanceof Error ? error.message : String(error);
}

/**
 * A database by name, host and port, as the driver reads its address. Throws BAD_SETTING for one that it cannot read;
 * the address itself holds a password and is not shown.
 */
export function placeOf(url: string): string {
  try {
    const { database, host, port } = new pg.Client({ connectionString: url });
    return `${database ?? ''} at ${host}:${port}`;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new VigilError('BAD_SETTING', `DATABASE_URL: got a value that is not shown, and cannot be read: ${reason}`, {
      cause,
    });
  }
}
