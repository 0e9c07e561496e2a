import { VigilError, type ErrorCode } from '@vigil/errors';
import robotsParser from 'robots-parser';
import { untilAborted } from './abort-signals.js';
import type { Answer, Exchange } from './exchange.js';
import type { GateStore, RobotsText } from './gate-store.js';
import { followRedirects, visitOf, type Visit } from './redirects.js';
import { retryAfterMs } from './retry-after.js';
import { placeOf } from './web-address.js';

// The package is CommonJS and its types say ESM: what is imported is the function itself.
const parseRobots = robotsParser as unknown as typeof robotsParser.default;

/** RFC 9309, 2.4: a copy is used for a day at most. */
const keptMs = 24 * 3_600_000;
/** RFC 9309, 2.5: the least that must be read. */
const readBytes = 500 * 1024;

/** What says more than that the rules cannot be had; and what is no fault of the publisher, such as a gate without its store. */
const thrownAsTheyAre = new Set<ErrorCode>(['FETCH_ADDRESS_REFUSED', 'FETCH_RATE_LIMITED', 'FETCH_UNAVAILABLE']);

/** The rules publishers set for crawlers (RFC 9309), read before anything else of an origin. */
export interface Robots {
  /**
   * Resolves with the Crawl-delay (milliseconds, 0 for none) where the page may be fetched. Throws FETCH_ROBOTS where it
   * may not, FETCH_UNAVAILABLE or FETCH_RATE_LIMITED where the rules cannot be had now.
   */
  admit(url: URL, signal: AbortSignal): Promise<number>;
}

/** What robots.txt is read with. */
export interface RobotsParts {
  readonly exchange: Exchange;
  readonly store: GateStore;
  /** The product token of the User-Agent, which rules name. */
  readonly product: string;
  /** Aborted when the fetcher closes: a reading serves many pages, so no one page's signal ends it. */
  readonly closing: AbortSignal;
}

function unavailable(url: URL, wait: number | null, cause?: unknown): VigilError {
  return new VigilError('FETCH_UNAVAILABLE', `The rules of ${placeOf(url)} cannot be read now`, {
    cause,
    ...(wait === null ? {} : { retryAfterMs: wait }),
  });
}

function textOf(answer: Answer): RobotsText {
  const { status, headers, receivedAt, url, body } = answer;
  if (status === 429 || status >= 500) throw unavailable(url, retryAfterMs(headers, receivedAt));
  // RFC 9309, 2.3.1.3: any other failure means that there are no rules.
  return { text: status === 200 ? new TextDecoder().decode(body.subarray(0, readBytes)) : null };
}

/** Makes a reader of rules; one reading serves all who wait for it, in other processes too where they share the store. */
export function createRobots({ exchange, store, product, closing }: RobotsParts): Robots {
  const underWay = new Map<string, Promise<RobotsText>>();

  async function read(origin: string): Promise<RobotsText> {
    const kept = await store.recallRobots(origin);
    if (kept !== null) return kept;
    const url = new URL('/robots.txt', origin);
    const keep = async (robots: RobotsText): Promise<RobotsText> => {
      await store.keepRobots(origin, robots, keptMs);
      return robots;
    };
    // Who waits at the gate finds the rules read by whoever held it before: they are kept before the gate is given back.
    const atGate = async (send: () => Promise<Answer>): Promise<Visit<RobotsText>> => {
      const found = await store.recallRobots(origin);
      if (found !== null) return { found };
      const visit = visitOf(await send());
      return 'found' in visit ? { found: await keep(textOf(visit.found)) } : visit;
    };
    try {
      const errand = { accept: 'text/plain, */*;q=0.1', validators: null, crawlDelayMs: 0, atGate };
      return await followRedirects(url, (hop) => exchange(hop, errand, closing));
    } catch (error) {
      closing.throwIfAborted();
      if (!(error instanceof VigilError)) throw error;
      // RFC 9309, 2.3.1.2: rules that redirects hide are no rules.
      if (error.code === 'FETCH_REDIRECTS') return keep({ text: null });
      if (thrownAsTheyAre.has(error.code) || !error.code.startsWith('FETCH_')) throw error;
      throw unavailable(url, null, error);
    }
  }

  async function readOnce(origin: string): Promise<RobotsText> {
    const reading = underWay.get(origin) ?? read(origin).finally(() => underWay.delete(origin));
    underWay.set(origin, reading);
    return reading;
  }

  return {
    async admit(url, signal) {
      const { text } = await untilAborted(readOnce(url.origin), signal);
      if (text === null) return 0;
      const rules = parseRobots(new URL('/robots.txt', url.origin).href, text);
      if (rules.isAllowed(url.href, product) === false)
        throw new VigilError('FETCH_ROBOTS', `robots.txt does not allow ${placeOf(url)}`);
      const seconds = rules.getCrawlDelay(product) ?? 0;
      return seconds > 0 ? Math.min(seconds * 1_000, keptMs) : 0;
    },
  };
}
