import { VigilError } from '@vigil/errors';
import { setMaxListeners } from 'node:events';
import { Agent, Pool, type Dispatcher } from 'undici';
import { linked } from './abort-signals.js';
import { systemClock, type Clock } from './clock.js';
import { authorizationFor, credentialNamed, type Credential } from './credential.js';
import { createExchange, type Answer, type Exchange } from './exchange.js';
import type { Fetched, Validators } from './fetched.js';
import type { Budget } from './gate-state.js';
import { guardedLookup } from './guarded-lookup.js';
import { createHostGate, type HostGate } from './host-gate.js';
import { defaultLimits, type Limits } from './limits.js';
import { followRedirects, visitOf } from './redirects.js';
import { createRobots } from './robots.js';
import { parseWebAddress } from './web-address.js';

/** What is asked of a publisher: only ever GET. */
export interface FetchRequest {
  /** Absolute, http or https, without credentials. */
  readonly url: string;
  /** Media types for the Accept header. */
  readonly accept: string;
  /** From the last answer for this page; an unchanged page then comes back as `notModified`. */
  readonly validators?: Validators | null;
  /** Name of the credential that goes with it, to the credential's own origin only. */
  readonly credential?: string | undefined;
  /** What the publisher allows; the gate keeps it over all workers. */
  readonly budget?: Budget | undefined;
}

/** Who asks, and within what bounds. */
export interface FetcherOptions {
  /** Begins with a product token; without `via` it must hold a URL or `mailto:` by which to reach the operator. */
  readonly userAgent: string;
  /**
   * Origin of a simulator. Every request keeps its URL (for gate, robots and evidence) and is sent there with its own
   * Host header; nothing else can be reached.
   */
  readonly via?: string | null;
  readonly limits?: Partial<Limits>;
  /** Shared between fetchers that are to be polite together; by default one exchange a second for each domain. */
  readonly gate?: HostGate;
  /** By the names that requests call them. */
  readonly credentials?: Readonly<Record<string, Credential>>;
  readonly clock?: Clock;
}

/** The only way to the outside. */
export interface Fetcher {
  /** Origin of the simulator that answers in the publishers' place; `null` where they answer themselves. */
  readonly via: string | null;
  /**
   * Fetches one page, politely. Resolves for every status whose body was read; `assertOk` judges it. Throws BAD_INPUT, a
   * FETCH_* error, CREDENTIAL_MISSING where the request names a credential that is not set, or the signal's reason when it is aborted.
   */
  get(request: FetchRequest, options?: { readonly signal?: AbortSignal }): Promise<Fetched>;
  /** Aborts what is under way (its `get` rejects with an AbortError) and closes all connections. */
  close(): Promise<void>;
}

const defaultIntervalMs = 1_000;

/** The product token that robots.txt rules may name; checks that a publisher can tell whom to write to. */
function productOf(userAgent: string, via: string | null): string {
  const wrong = (wants: string): VigilError =>
    new VigilError('BAD_SETTING', `The User-Agent is “${userAgent}”; ${wants}`);
  const product = /^[A-Za-z_-]+(?=[/ ])/.exec(userAgent)?.[0];
  if (product === undefined) throw wrong('it must begin with a product name such as Vigil/1.0');
  if (via === null && !/https?:\/\/|mailto:/.test(userAgent))
    throw wrong('to reach publishers it must hold a URL or mailto: of the operator (VIGIL_CONTACT)');
  return product;
}

function viaOrigin(via: string): string {
  const url = URL.canParse(via) ? new URL(via) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.href !== `${url.origin}/`)
    throw new VigilError('BAD_SETTING', `The simulator’s address must be an origin such as http://127.0.0.1:8080`);
  return url.origin;
}

function openDispatcher(via: string | null, limits: Limits): Dispatcher {
  // Each exchange has its own connection: pages are minutes apart, and a kept one only adds ways to fail.
  const pipelining = 0;
  return via === null
    ? new Agent({ pipelining, connect: { timeout: limits.connectMs, lookup: guardedLookup() } })
    : // A Pool is bound to its one origin.
      new Pool(via, { pipelining, connect: { timeout: limits.connectMs } });
}

function validatorsOf({ headers }: Answer, sent: Validators | null): Validators {
  return {
    etag: headers['etag'] ?? sent?.etag ?? null,
    lastModified: headers['last-modified'] ?? sent?.lastModified ?? null,
  };
}

function fetchedOf(start: URL, answer: Answer, context: { sent: Validators | null; via: string | null }): Fetched {
  const notModified = answer.status === 304 && context.sent !== null;
  return Object.freeze({
    url: start.href,
    finalUrl: answer.url.href,
    via: context.via,
    status: answer.status,
    headers: Object.freeze(answer.headers),
    body: answer.body,
    notModified,
    sentAt: new Date(answer.sentAt).toISOString(),
    receivedAt: new Date(answer.receivedAt).toISOString(),
    wireBytes: answer.wireBytes,
    validators: Object.freeze(validatorsOf(answer, notModified ? context.sent : null)),
  });
}

/** Makes a fetcher. Throws BAD_SETTING for a User-Agent that names nobody to reach, or a `via` that is no origin. */
export function createFetcher(options: FetcherOptions): Fetcher {
  const via = options.via === undefined || options.via === null ? null : viaOrigin(options.via);
  const product = productOf(options.userAgent, via);
  const limits: Limits = { ...defaultLimits, ...options.limits };
  const clock = options.clock ?? systemClock;
  const gate = options.gate ?? createHostGate({ minIntervalMs: defaultIntervalMs, clock });
  const dispatcher = openDispatcher(via, limits);
  const closing = new AbortController();
  // Every page under way listens; that is no leak.
  setMaxListeners(0, closing.signal);
  const underWay = new Set<Promise<unknown>>();

  const send = createExchange({ dispatcher, userAgent: options.userAgent, via, limits, gate, clock });
  const exchange: Exchange = (url, errand, signal) => {
    const result = send(url, errand, signal).finally(() => underWay.delete(result));
    underWay.add(result);
    return result;
  };
  const robots = createRobots({ exchange, store: gate.store, product, closing: closing.signal });

  return {
    via,
    async get({ url, accept, validators = null, credential: name, budget }, { signal } = {}) {
      const start = parseWebAddress(url);
      const credential = name === undefined ? null : credentialNamed(options.credentials, name, { via });
      const signals = signal === undefined ? [closing.signal] : [closing.signal, signal];
      const answer = await linked(signals, (bounded) =>
        followRedirects(start, async (hop) => {
          const crawlDelayMs = await robots.admit(hop, bounded);
          return exchange(
            hop,
            {
              accept,
              validators,
              crawlDelayMs,
              budget,
              authorization: authorizationFor(credential, hop),
              atGate: async (send) => visitOf(await send()),
            },
            bounded,
          );
        }),
      );
      return fetchedOf(start, answer, { sent: validators, via });
    },
    async close() {
      closing.abort(new DOMException('The fetcher was closed', 'AbortError'));
      await Promise.allSettled(underWay);
      await dispatcher.destroy();
    },
  };
}
