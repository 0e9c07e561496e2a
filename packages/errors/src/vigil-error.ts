import { catalogue, type ErrorCode, type ErrorPolicy } from './catalogue.js';

/** What an error says beside its message. Never put an identifier of a person here. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean | null>>;

/** What may be given with an error. */
export interface VigilErrorOptions {
  readonly cause?: unknown;
  readonly details?: ErrorDetails;
  /** How long the publisher asked to wait, in milliseconds. */
  readonly retryAfterMs?: number;
}

/** The one error class of Vigil: a code of the catalogue, a sentence, details, the cause. */
export class VigilError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
  readonly retryAfterMs: number | undefined;

  constructor(code: ErrorCode, message?: string, options: VigilErrorOptions = {}) {
    super(message ?? catalogue[code].title, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'VigilError';
    this.code = code;
    this.details = options.details ?? {};
    this.retryAfterMs = options.retryAfterMs;
  }

  /** What a caller does about this error. */
  get policy(): ErrorPolicy {
    return catalogue[this.code].policy;
  }

  /** The way out, in one sentence. */
  get wayOut(): string {
    return catalogue[this.code].wayOut;
  }
}

/** The error itself where it is ours, else an INTERNAL error that keeps it as its cause. */
export function asVigilError(error: unknown): VigilError {
  if (error instanceof VigilError) return error;
  return new VigilError('INTERNAL', error instanceof Error ? error.message : String(error), { cause: error });
}
