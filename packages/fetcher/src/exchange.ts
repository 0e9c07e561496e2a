import { VigilError } from '@vigil/errors';
import { traced } from '@vigil/telemetry';
import type { Dispatcher } from 'undici';
import { withDeadline } from './abort-signals.js';
import type { Clock } from './clock.js';
import type { Validators } from './fetched.js';
import type { Budget, Outcome } from './gate-state.js';
import type { HostGate } from './host-gate.js';
import type { Limits } from './limits.js';
import { acceptEncoding, readBody, type Unpacked } from './read-body.js';
import { isRedirect } from './redirects.js';
import { retryAfterMs } from './retry-after.js';
import { transportError } from './transport-error.js';
import { placeOf } from './web-address.js';

/** What is asked for at one address. */
export interface Asked {
  readonly accept: string;
  readonly validators: Validators | null;
  readonly crawlDelayMs: number;
  /** What the publisher allows; it counts where it is given. */
  readonly budget?: Budget | undefined;
  /** A secret: the value of the Authorization header. It is in no message, log or trace. */
  readonly authorization?: string | null;
}

/** One answer, read to its end. Times are in milliseconds since 1970 UTC. */
export interface Answer extends Unpacked {
  readonly url: URL;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly sentAt: number;
  readonly receivedAt: number;
}

/** What is asked for, and what is done with the gate held: it may ask (`send`, once), or find that it need not. */
export interface Errand<Result> extends Asked {
  readonly atGate: (send: () => Promise<Answer>) => Promise<Result>;
}

/** One request and its answer, through the gate. Redirects are the caller's. */
export type Exchange = <Result>(url: URL, errand: Errand<Result>, signal: AbortSignal) => Promise<Result>;

/** What an exchange is made with. */
export interface ExchangeParts {
  readonly dispatcher: Dispatcher;
  readonly userAgent: string;
  /** Where all requests go in the publishers' place; null to go to the publishers. */
  readonly via: string | null;
  readonly limits: Limits;
  readonly gate: HostGate;
  readonly clock: Clock;
}

/** Longer than any exchange, so that a lease only runs out on a worker that died. */
const leaseMarginMs = 10_000;

const noBody: Unpacked = Object.freeze({ body: new Uint8Array(), wireBytes: 0 });

function flatten(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}

function conditions(validators: Validators | null): Record<string, string> {
  return {
    ...(validators?.etag ? { 'if-none-match': validators.etag } : {}),
    ...(validators?.lastModified ? { 'if-modified-since': validators.lastModified } : {}),
  };
}

function outcomeOf(answer: Answer): Outcome {
  if (answer.status !== 429 && answer.status !== 503) return { kind: 'answered' };
  return {
    kind: answer.status === 429 ? 'rate-limited' : 'unavailable',
    waitMs: retryAfterMs(answer.headers, answer.receivedAt),
  };
}

function outcomeOfError(error: unknown): Outcome {
  const code = error instanceof VigilError ? error.code : 'INTERNAL';
  if (['FETCH_CONNECTION', 'FETCH_TIMEOUT', 'FETCH_TRUNCATED'].includes(code)) return { kind: 'unreachable' };
  if (['FETCH_TOO_LARGE', 'FETCH_ENCODING'].includes(code)) return { kind: 'answered' };
  return { kind: 'abandoned' };
}

/** Makes the one function that sends requests. It throws the FETCH_* errors, or the signal's reason. */
export function createExchange(parts: ExchangeParts): Exchange {
  const { dispatcher, via, limits, gate, clock } = parts;

  async function send(url: URL, asked: Asked, signal: AbortSignal): Promise<Answer> {
    const place = placeOf(url);
    const sentAt = clock.now();
    let response: Dispatcher.ResponseData;
    try {
      response = await dispatcher.request({
        origin: via ?? url.origin,
        path: url.pathname + url.search,
        method: 'GET',
        headers: {
          host: url.host,
          'user-agent': parts.userAgent,
          accept: asked.accept,
          'accept-encoding': acceptEncoding,
          ...(asked.authorization && { authorization: asked.authorization }),
          ...conditions(asked.validators),
        },
        signal,
        headersTimeout: limits.headersMs,
        // The deadline of the whole exchange bounds the body, however slowly it drips.
        bodyTimeout: 0,
      });
    } catch (error) {
      signal.throwIfAborted();
      throw transportError(error, place, 'headers');
    }
    const headers = flatten(response.headers);
    const status = response.statusCode;
    const said = { url, status, headers, sentAt };
    if (status === 204 || status === 304 || isRedirect(status, headers)) {
      response.body.on('error', () => undefined).destroy();
      return { ...said, ...noBody, receivedAt: clock.now() };
    }
    try {
      const broken = (error: unknown): VigilError => transportError(error, place, 'body');
      const unpacked = await readBody({ body: response.body, headers, place, broken }, limits);
      return { ...said, ...unpacked, receivedAt: clock.now() };
    } catch (error) {
      signal.throwIfAborted();
      throw error;
    }
  }

  return async (url, { atGate, ...asked }, signal) => {
    const { crawlDelayMs, budget } = asked;
    const leaseMs = limits.wholeMs + leaseMarginMs;
    const pass = await traced('vigil.gate', () => gate.enter({ url, crawlDelayMs, leaseMs, budget }, signal));
    const late = (): VigilError =>
      new VigilError('FETCH_TIMEOUT', `${placeOf(url)} was not complete within ${limits.wholeMs} ms`);
    let outcome: Outcome = { kind: 'unused' };
    const sendNoted = async (bounded: AbortSignal): Promise<Answer> => {
      bounded.throwIfAborted();
      try {
        const answer = await send(url, asked, bounded);
        outcome = outcomeOf(answer);
        return answer;
      } catch (error) {
        outcome = outcomeOfError(error);
        throw error;
      }
    };
    try {
      return await withDeadline({ ms: limits.wholeMs, late, signal }, (bounded) => atGate(() => sendNoted(bounded)));
    } finally {
      await pass.leave(outcome);
    }
  };
}
