import { isLoopback } from './loopback.js';

/** Where a mailbox is, and whose it is. */
export interface MailAddress {
  readonly host: string;
  readonly port: number;
  /** Whether TLS is spoken from the first byte; without it only on loopback. */
  readonly secure: boolean;
  readonly user: string;
  /** Path of the folder, as its server names it. */
  readonly folder: string;
}

const ports: Readonly<Record<string, number>> = { 'imaps:': 993, 'imap:': 143 };

/** Reads `imaps://user@host/FOLDER`; `null` where it is none, where it holds a password, or would send one in clear. */
export function mailAddress(text: string): MailAddress | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  const usual = ports[url?.protocol ?? ''];
  if (url === null || usual === undefined || url.password !== '' || url.search !== '' || url.hash !== '') return null;
  const [user, folder] = [decoded(url.username), decoded(url.pathname.slice(1))];
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  if (!user || !folder || host === '') return null;
  const secure = url.protocol === 'imaps:';
  if (!secure && !isLoopback(host)) return null;
  return { host, port: url.port === '' ? usual : Number(url.port), secure, user, folder };
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

/** What is wrong with the settings of the mailbox taken together, or `null`. */
export function mailTrouble(values: Readonly<Record<string, unknown>>): string | null {
  const [url, password, file] = [
    values['VIGIL_MAIL_URL'],
    values['VIGIL_MAIL_PASSWORD'],
    values['VIGIL_MAIL_PASSWORD_FILE'],
  ];
  if (password !== undefined && file !== undefined)
    return 'VIGIL_MAIL_PASSWORD and VIGIL_MAIL_PASSWORD_FILE: got both, wants one of them.';
  if (typeof url !== 'string') return null;
  if (password === undefined && file === undefined)
    return 'VIGIL_MAIL_PASSWORD: got nothing, wants the password of the mailbox that VIGIL_MAIL_URL names, or VIGIL_MAIL_PASSWORD_FILE.';
  if (values['VIGIL_SIMULATOR_URL'] !== undefined && !isLoopback(mailAddress(url)?.host ?? ''))
    return 'VIGIL_MAIL_URL: wants a mailbox on this machine where VIGIL_SIMULATOR_URL is set, since nothing else is reached then.';
  return null;
}
