import { createHash } from 'node:crypto';
import { DateTime } from 'luxon';
import { courtAddress } from './court-address.js';
import { feedChangedAt, feedItems } from './feed-window.js';
import { feedType, type Page } from './page.js';
import { renderDocket } from './render-docket.js';
import { renderFeed } from './render-feed.js';
import type { ScenarioCourt } from './scenario.js';
import type { RequestHeaders, Site } from './site.js';
import type { VirtualClock } from './virtual-clock.js';

/** The site of a court of a Scenario: its feed follows the clock. */
export function scenarioSite(court: ScenarioCourt, clock: VirtualClock): Site {
  const address = courtAddress(court.id);
  return {
    host: address.host,
    court: address,
    robots: `# SIMULATOR\n${court.robots}`,
    page: (path, headers) =>
      path === address.feedPath
        ? feedPage(court, clock.now(), headers)
        : docketPage(court, clock.now(), docketPath.exec(path)?.[1]),
  };
}

/** A docket report's address: CM/ECF's program, and the court's own id of the case. */
const docketPath = /^\/cgi-bin\/DktRpt\.pl\?(\d+)$/;

function feedPage(court: ScenarioCourt, instant: number, headers: RequestHeaders): Page {
  const validators = court.conditional ? validatorsOf(court, instant) : {};
  if (isUnchanged(headers, validators)) return { status: 304, headers: validators, body: Buffer.alloc(0) };
  return { status: 200, headers: { 'content-type': feedType, ...validators }, body: renderFeed(court, instant) };
}

function docketPage(court: ScenarioCourt, instant: number, caseId: string | undefined): Page | null {
  const docketCase = court.cases.find(({ id }) => id === caseId);
  if (docketCase === undefined || !printsDockets.has(court.shape)) return null;
  const body = renderDocket(court, docketCase, instant);
  return { status: 200, headers: { 'content-type': 'text/html; charset=ISO-8859-1' }, body };
}

/** Other courts print reports of other shapes. */
const printsDockets: ReadonlySet<ScenarioCourt['shape']> = new Set(['district', 'nyed']);

type Validators = Readonly<Partial<Record<'etag' | 'last-modified', string>>>;

/** The ETag is of the items alone: the build date changes at each look. */
function validatorsOf(court: ScenarioCourt, instant: number): Validators {
  const items = feedItems(court, instant).map((item) => [item.docketCase.id, item.entry.sequence, item.label]);
  const etag = `"${createHash('sha256').update(JSON.stringify(items)).digest('hex').slice(0, 16)}"`;
  const changedAt = feedChangedAt(court, instant);
  return { etag, ...(changedAt !== null && { 'last-modified': DateTime.fromMillis(changedAt).toHTTP() ?? '' }) };
}

/** RFC 9110, 13.2.2: If-Modified-Since counts only without If-None-Match. */
function isUnchanged(headers: RequestHeaders, validators: Validators): boolean {
  const { 'if-none-match': noneMatch, 'if-modified-since': since } = headers;
  if (typeof noneMatch === 'string') {
    return validators.etag !== undefined && noneMatch.split(/\s*,\s*/).includes(validators.etag);
  }
  if (typeof since !== 'string' || validators['last-modified'] === undefined) return false;
  return DateTime.fromHTTP(validators['last-modified']) <= DateTime.fromHTTP(since);
}
