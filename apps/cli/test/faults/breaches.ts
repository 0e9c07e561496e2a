/** The rules of the host gate as a publisher could hold Vigil to them: by the times on the wire, and nothing else. */
import type { TracedRequest } from './trace.js';

/** What a publisher may not see. */
export const rules = [
  'two at once',
  'faster than the interval',
  'faster than Crawl-delay',
  'within Retry-After',
  'page before robots.txt',
  'robots.txt read again',
] as const;
export type Rule = (typeof rules)[number];

/** A rule that was broken, and the request that broke it. */
export interface Breach {
  readonly rule: Rule;
  readonly request: TracedRequest;
}

/** How polite Vigil was to be. */
export interface Politeness {
  /** From the last byte of one answer of a domain to the first byte of the next request. */
  readonly intervalMs: number;
  /** What robots.txt of a host asks for: before and after each of its pages, in the same way. */
  readonly crawlDelaysMs?: Readonly<Record<string, number>>;
}

/**
 * By how much a span on the wire may fall short. The gate counts from when the worker had the whole answer, which is after its
 * last byte passed here, to when the worker was let go, which is before its next request came here: both ways the trace only sees
 * longer spans. What is left is that the store counts whole milliseconds (1), on a clock that is not the recorder's (1).
 */
const blurMs = 2;

const robots = '/robots.txt';

/** Everything in a trace that breaks a rule. */
export function breaches(trace: readonly TracedRequest[], { intervalMs, crawlDelaysMs = {} }: Politeness): Breach[] {
  const delayOf = ({ host, path }: TracedRequest): number => (path === robots ? 0 : (crawlDelaysMs[host] ?? 0));
  return trace.flatMap((request, n) => {
    const earlier = trace.slice(0, n).filter(({ host }) => domainOf(host) === domainOf(request.host));
    const ofHost = earlier.filter(({ host }) => host === request.host);
    const readings = ofHost.filter(({ path }) => path === robots);
    /** From the end of an earlier exchange; negative where it was not over. */
    const since = ({ endedAt }: TracedRequest): number => request.startedAt - (endedAt ?? Infinity);
    const sooner = (before: TracedRequest, ms: number): boolean => ms > 0 && since(before) < ms - blurMs;
    const broken: Readonly<Record<Rule, boolean>> = {
      'two at once': earlier.some((before) => since(before) < 0),
      'faster than the interval': earlier.some((before) => sooner(before, intervalMs)),
      'faster than Crawl-delay': earlier.some((before) => sooner(before, Math.max(delayOf(before), delayOf(request)))),
      // A rate limit is the whole domain's, all else that asks for a pause the host's.
      'within Retry-After': earlier.some(
        (before) => (before.status === 429 || before.host === request.host) && sooner(before, before.retryAfterMs ?? 0),
      ),
      'page before robots.txt': request.path !== robots && !readings.some((reading) => since(reading) >= 0),
      'robots.txt read again': request.path === robots && readings.length > 0,
    };
    return rules.filter((rule) => broken[rule]).map((rule) => ({ rule, request }));
  });
}

/** Of hosts such as these tests have: the last two labels. */
function domainOf(host: string): string {
  return host.split('.').slice(-2).join('.');
}
