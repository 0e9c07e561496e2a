import { VigilError } from '@vigil/errors';
import { ImapFlow } from 'imapflow';
import { createHash } from 'node:crypto';
import { untilAborted, withDeadline } from './abort-signals.js';
import { systemClock, type Clock } from './clock.js';
import { defaultMailLimits, type MailLimits } from './limits.js';
import { mailboxError } from './mailbox-error.js';

/** A mailbox, and the limits within which it is read. */
export interface MailboxOptions {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; without it nothing is encrypted. */
  readonly secure: boolean;
  readonly user: string;
  readonly password: string;
  /** Path of the folder, as its server names it. */
  readonly folder: string;
  readonly limits?: Partial<MailLimits>;
  readonly clock?: Clock;
}

/** A mail, and the place behind it, from which a later look goes on. */
export type Delivery = { readonly place: string } & (
  | {
      readonly refused: null;
      readonly bytes: Uint8Array;
      /** When the server had it, UTC. */
      readonly deliveredAt: string;
    }
  /** It is too large, and was not fetched. */
  | { readonly refused: VigilError }
);

/** A folder of a mailbox, which is read and never changed: no mail is marked, moved or deleted. */
export interface Mailbox {
  /**
   * The mails behind a place, oldest first, within the limits; from the first one where the place is `null`, is of another
   * mailbox, or the server has numbered its mails anew. Returns the place at which it ended. One session with the server,
   * which ends with the reading. Throws MAILBOX_LOGIN, BAD_SETTING where there is no such folder, FETCH_CONNECTION,
   * FETCH_TIMEOUT, FETCH_TOO_LARGE for answers past every limit, and the signal's reason when it is aborted.
   */
  readFrom(place: string | null, signal?: AbortSignal): AsyncGenerator<Delivery, string>;
}

/** What stands around a mail in an answer. */
const framingBytes = 64 * 1024;
/** Numbers of a million mails. */
const longestLine = 16 * 2 ** 20;
/** Whose sizes are asked for at once. */
const batch = 100;

/** Makes a mailbox; nothing is asked of its server yet. */
export function openMailbox({ limits: given, clock = systemClock, ...account }: MailboxOptions): Mailbox {
  const limits: MailLimits = { ...defaultMailLimits, ...given };
  const { host, user, folder } = account;
  const self = createHash('sha256')
    .update(JSON.stringify([host, user, folder]))
    .digest('hex')
    .slice(0, 16);
  return {
    readFrom: (place, signal = new AbortController().signal) => {
      const client = clientOf(account, limits);
      // The step under way may hear only that the connection is gone; this tells why.
      let fault: unknown;
      client.on('error', (error) => (fault ??= error));
      const step = async <T>(ask: () => Promise<T>): Promise<T> => {
        const late = (): Error => new VigilError('FETCH_TIMEOUT', `${host} did not answer within ${limits.stepMs} ms`);
        try {
          return await withDeadline({ ms: limits.stepMs, late, signal }, (bounded) => untilAborted(ask(), bounded));
        } catch (error) {
          signal.throwIfAborted();
          throw mailboxError(error, { ...account, fault });
        }
      };
      return readMails({ client, step, limits, clock, folder, self }, place);
    },
  };
}

function clientOf({ host, port, secure, user, password }: MailboxOptions, limits: MailLimits): ImapFlow {
  return new ImapFlow({
    host,
    port,
    secure,
    doSTARTTLS: false,
    auth: { user, pass: password },
    clientInfo: { name: 'Vigil' },
    logger: false,
    disableAutoIdle: true,
    // What is compressed may unpack to more than any limit.
    disableCompression: true,
    connectionTimeout: limits.connectMs,
    greetingTimeout: limits.connectMs,
    socketTimeout: limits.stepMs,
    maxLiteralSize: limits.mailBytes + framingBytes,
    maxResponseSize: limits.mailBytes + longestLine,
    maxLineLength: longestLine,
  });
}

interface Session {
  readonly client: ImapFlow;
  /** Asks something of the server, within the limits and until the reader is aborted. */
  readonly step: <T>(ask: () => Promise<T>) => Promise<T>;
  readonly limits: MailLimits;
  readonly clock: Clock;
  readonly folder: string;
  /** Which mailbox this is. */
  readonly self: string;
}

async function* readMails(session: Session, place: string | null): AsyncGenerator<Delivery, string> {
  const { client, step, limits, clock, folder, self } = session;
  const until = clock.monotonic() + limits.lookMs;
  try {
    await step(() => client.connect());
    const { uidValidity, uidNext } = await step(() => client.mailboxOpen(folder, { readOnly: true }));
    const numbering = `${self}:${uidValidity}`;
    const placeAt = (uid: number): string => `${numbering}:${uid}`;
    let last = place?.startsWith(`${numbering}:`) ? Number(place.slice(numbering.length + 1)) : 0;
    const waiting = uidNext <= last + 1 ? [] : await uidsAfter(session, last);
    for (let at = 0; at < waiting.length; at += batch) {
      const uids = waiting.slice(at, at + batch);
      const listed = await step(() =>
        client.fetchAll(uids.join(','), { uid: true, size: true, internalDate: true }, byUid),
      );
      const facts = new Map(listed.map((mail) => [mail.uid, mail]));
      for (const uid of uids) {
        if (clock.monotonic() >= until) return placeAt(last);
        const { size = 0, internalDate } = facts.get(uid) ?? {};
        const bytes = size > limits.mailBytes ? 'too large' : await fetchMail(session, uid);
        last = uid;
        // It may have been deleted meanwhile.
        if (bytes === null) continue;
        const tooLarge = (): VigilError =>
          new VigilError('FETCH_TOO_LARGE', `a mail has over ${limits.mailBytes} bytes`);
        yield bytes === 'too large'
          ? { place: placeAt(uid), refused: tooLarge() }
          : { place: placeAt(uid), refused: null, bytes, deliveredAt: instantOf(internalDate, clock) };
      }
    }
    await step(() => client.logout());
    return placeAt(last);
  } finally {
    client.close();
  }
}

const byUid = { uid: true } as const;

/** In a range, `*` is the last mail even where its number is below the first. */
async function uidsAfter({ client, step, limits }: Session, last: number): Promise<readonly number[]> {
  const found = await step(() => client.search({ uid: `${last + 1}:*` }, byUid));
  const uids = (found || []).filter((uid) => uid > last);
  return uids.sort((a, b) => a - b).slice(0, limits.mails);
}

async function fetchMail({ client, step, limits }: Session, uid: number): Promise<Uint8Array | 'too large' | null> {
  // Servers count sizes in their own ways: one byte more than is taken tells.
  const source = { maxLength: limits.mailBytes + 1 };
  const mail = await step(() => client.fetchOne(String(uid), { source }, byUid));
  if (!mail || !mail.source) return null;
  return mail.source.length > limits.mailBytes ? 'too large' : mail.source;
}

function instantOf(internalDate: Date | string | undefined, clock: Clock): string {
  const ms = internalDate === undefined ? NaN : new Date(internalDate).getTime();
  return new Date(Number.isNaN(ms) ? clock.now() : ms).toISOString();
}
