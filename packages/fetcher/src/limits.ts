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
