import { VigilError } from '@vigil/errors';
import type { Answer } from './exchange.js';
import { parseWebAddress, placeOf, siteOf } from './web-address.js';

const redirectStatuses = new Set([301, 302, 303, 307, 308]);
const mostRedirects = 3;

/** Whether an answer sends the asker elsewhere. */
export function isRedirect(status: number, headers: Readonly<Record<string, string>>): boolean {
  return redirectStatuses.has(status) && headers['location'] !== undefined;
}

/** What came of going to one address: the way on, or what was to be had there. */
export type Visit<Found> = { readonly redirect: Answer } | { readonly found: Found };

/** Reads an answer as a visit. */
export function visitOf(answer: Answer): Visit<Answer> {
  return isRedirect(answer.status, answer.headers) ? { redirect: answer } : { found: answer };
}

function nextAddress(start: URL, answer: Answer): URL {
  const location = answer.headers['location'] ?? '';
  const from = placeOf(answer.url);
  if (!URL.canParse(location, answer.url.href))
    throw new VigilError('FETCH_REDIRECTS', `${from} redirects to what is no address`);
  const next = parseWebAddress(location, answer.url);
  if (siteOf(next.hostname) !== siteOf(start.hostname))
    throw new VigilError('FETCH_REDIRECTS', `${from} redirects to another site, ${next.host}`);
  return next;
}

/**
 * Visits an address and those it redirects to, within its registrable domain. Throws FETCH_REDIRECTS after three or on
 * the way out, FETCH_ADDRESS_REFUSED, or what `visit` throws.
 */
export async function followRedirects<Found>(start: URL, visit: (url: URL) => Promise<Visit<Found>>): Promise<Found> {
  let url = start;
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    const visited = await visit(url);
    if ('found' in visited) return visited.found;
    url = nextAddress(start, visited.redirect);
  }
  throw new VigilError('FETCH_REDIRECTS', `${placeOf(start)} redirects more than ${mostRedirects} times`);
}
