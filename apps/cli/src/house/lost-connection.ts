import { VigilError } from '@vigil/errors';

/** SQLSTATE classes 08 (connection) and 57P0x (the server shuts down), and what the socket says. */
const codes = /^(?:08|57P0)|^(?:ECONN|EPIPE)/;

/** DATABASE_UNREACHABLE for the driver's errors about a server that went away in the middle; any other error as it is. */
export function asLostConnection(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof VigilError) return error;
  const lost = ('code' in error && codes.test(String(error.code))) || error.message.startsWith('Connection terminated');
  if (!lost) return error;
  return new VigilError('DATABASE_UNREACHABLE', `the database went away: ${error.message}`, { cause: error });
}
