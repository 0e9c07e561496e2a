/** What one request may cost. Spans are in milliseconds, sizes in bytes. */
export interface Limits {
  /** Name lookup, TCP and TLS. */
  readonly connectMs: number;
  /** From the request sent to the last header. */
  readonly headersMs: number;
  /** The whole exchange, connect to last byte; waiting at the gate is not counted. */
  readonly wholeMs: number;
  /** The body as it comes over the wire. */
  readonly wireBytes: number;
  /** The body with its encodings removed. */
  readonly decodedBytes: number;
  /** Decoded bytes for each wire byte; looked at once the decoded body passes 1 MiB. */
  readonly ratio: number;
}

/** Ample for the largest docket or feed (real ones stay below 1 MB, a docket of 20,000 entries below 20 MB). */
export const defaultLimits: Limits = Object.freeze({
  connectMs: 10_000,
  headersMs: 30_000,
  wholeMs: 60_000,
  wireBytes: 16 * 2 ** 20,
  decodedBytes: 32 * 2 ** 20,
  ratio: 200,
});

/** What one look into a mailbox may cost. Spans are in milliseconds, sizes in bytes. */
export interface MailLimits {
  /** Name lookup, TCP, TLS, and greeting. */
  readonly connectMs: number;
  /** Each thing that is asked of the server, to its last byte. */
  readonly stepMs: number;
  /** After this time no further mail is begun with: the next look goes on from there. */
  readonly lookMs: number;
  /** So many mails at most, for the same. */
  readonly mails: number;
  /** One mail. */
  readonly mailBytes: number;
}

/** Notices are below 200 kB; one that was forwarded may have its documents attached. */
export const defaultMailLimits: MailLimits = Object.freeze({
  connectMs: 10_000,
  stepMs: 60_000,
  lookMs: 120_000,
  mails: 1_000,
  mailBytes: 8 * 2 ** 20,
});
