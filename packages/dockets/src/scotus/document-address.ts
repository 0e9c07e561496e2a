import { documentUrl } from '../identifiers/document-url.js';
import { scrub } from '../text/scrub.js';

const site = 'https://www.supremecourt.gov/docket/';

/** A link of the Supreme Court's site, absolute; `null` where it leads nowhere. */
export function absoluteAddress(href: string): string | null {
  return URL.canParse(href, site) && href !== '' ? documentUrl(scrub(new URL(href, site).href)) : null;
}

/** The number of the filing that a document belongs to, from its address; `null` for other addresses. */
export function filingOf(url: string): number | null {
  const digits = /\/DocketPDF\/[^/]+\/[^/]+\/(\d{1,9})\//i.exec(url)?.[1];
  return digits === undefined ? null : Number(digits);
}
