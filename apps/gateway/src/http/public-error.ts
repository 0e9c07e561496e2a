import { catalogue, VigilError, type ErrorCode } from '@vigil/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';

/** Turns any error into what may be told. */
export type PublicError = (error: unknown) => GraphQLFormattedError;

/** Codes whose message speaks only of what was asked. */
const askersOwn = new Set<ErrorCode>([
  'BAD_INPUT',
  'UNKNOWN_COURT',
  'NO_FEED',
  'UNKNOWN_SOURCE',
  'NOT_FOUND',
  'BAD_CURSOR',
  'CURSOR_TOO_OLD',
  'ORIGIN_REFUSED',
  'TOO_COMPLEX',
]);

/**
 * Makes the one way in which errors leave the house: each with a code of the catalogue and the way out. What is
 * not the asker's own is told by its title only, with an id under which the log has the rest.
 */
export function publicErrors(log: Logger): PublicError {
  return (error) => {
    const { locations, path } = error instanceof GraphQLError ? error.toJSON() : {};
    const place = { ...(locations && { locations }), ...(path && { path }) };
    const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error;
    if (cause instanceof VigilError && askersOwn.has(cause.code))
      return { ...told(cause.code, cause.message), ...place };
    if (cause instanceof GraphQLError && isOfTheRequest(cause, path))
      return { ...told('BAD_INPUT', cause.message), ...place };
    const code = cause instanceof VigilError ? cause.code : 'INTERNAL';
    const errorId = randomUUID();
    log.error({ err: cause, errorId, path }, 'an operation failed');
    return { ...told(code, catalogue[code].title, { errorId }), ...place };
  };
}

/** Errors of syntax, validation and values. One that is met while values are given out has a path, and no place in the query. */
const isOfTheRequest = (error: GraphQLError, path: GraphQLFormattedError['path']): boolean =>
  path === undefined || error.nodes !== undefined;

const told = (
  code: ErrorCode,
  message: string,
  more: Readonly<Record<string, string>> = {},
): GraphQLFormattedError => ({
  message,
  extensions: { code, wayOut: catalogue[code].wayOut, ...more },
});
