import { VigilError } from '@vigil/errors';

/** How far an exchange had come when it broke. */
export type Phase = 'headers' | 'body';

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** An error of ours in the chain of causes (the guarded lookup speaks through the socket), else null. */
function ownError(error: unknown): VigilError | null {
  if (error instanceof VigilError) return error;
  return error instanceof Error && error.cause !== undefined ? ownError(error.cause) : null;
}

/** The typed error of what the network did; the original stays its cause. */
export function transportError(error: unknown, place: string, phase: Phase): VigilError {
  const own = ownError(error);
  if (own !== null) return own;
  const code = codeOf(error);
  const said = code === '' ? '' : ` (${code})`;
  if (/^UND_ERR_(?:CONNECT|HEADERS|BODY)_TIMEOUT$|^ETIMEDOUT$/.test(code))
    return new VigilError('FETCH_TIMEOUT', `${place} did not answer in time${said}`, { cause: error });
  if (code === 'UND_ERR_HEADERS_OVERFLOW')
    return new VigilError('FETCH_TOO_LARGE', `${place} sends too many headers`, { cause: error });
  return phase === 'headers'
    ? new VigilError('FETCH_CONNECTION', `No answer from ${place}${said}`, { cause: error })
    : new VigilError('FETCH_TRUNCATED', `${place} ended before it was complete${said}`, { cause: error });
}
