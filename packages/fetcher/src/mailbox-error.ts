import { VigilError, type ErrorCode } from '@vigil/errors';
import type { MailboxOptions } from './mailbox.js';

/** Servers lock an account after a few wrong passwords. */
const loginAgainMs = 3_600_000;

const codes: Readonly<Record<string, ErrorCode>> = {
  CONNECT_TIMEOUT: 'FETCH_TIMEOUT',
  GREETING_TIMEOUT: 'FETCH_TIMEOUT',
  UPGRADE_TIMEOUT: 'FETCH_TIMEOUT',
  ETIMEOUT: 'FETCH_TIMEOUT',
  ETIMEDOUT: 'FETCH_TIMEOUT',
  LineTooLarge: 'FETCH_TOO_LARGE',
  LiteralTooLarge: 'FETCH_TOO_LARGE',
  ResponseTooLarge: 'FETCH_TOO_LARGE',
  TooManyTokens: 'FETCH_TOO_LARGE',
};

type Facts = Readonly<Record<string, unknown>>;

/** What a session with a mail server failed by. Of the library's error only its code is kept: the rest may hold what was said. */
export function mailboxError(
  error: unknown,
  { host, folder, fault }: Pick<MailboxOptions, 'host' | 'folder'> & { readonly fault: unknown },
): VigilError {
  if (error instanceof VigilError) return error;
  const { authenticationFailed, mailboxMissing } = (error ?? {}) as Facts;
  const { code } = (fault ?? error ?? {}) as Facts;
  if (authenticationFailed === true) return new VigilError('MAILBOX_LOGIN', undefined, { retryAfterMs: loginAgainMs });
  if (mailboxMissing === true)
    return new VigilError('BAD_SETTING', `VIGIL_MAIL_URL: the mailbox has no folder ${folder}`);
  const known = typeof code === 'string' ? codes[code] : undefined;
  const why = typeof code === 'string' ? ` (${code})` : '';
  return new VigilError(known ?? 'FETCH_CONNECTION', `the mail server ${host} did not answer as it should${why}`);
}
