import type { Page } from './page.js';
import type { Site } from './site.js';

/** An answer that was recorded, or invented as one, and where it stood. */
export interface RecordedPage extends Page {
  readonly url: string;
}

/**
 * The sites of publishers whose pages were recorded. Several pages of one address are shown one after another, one a
 * request, and the last one from then on.
 */
export function recordedPageSites(pages: readonly RecordedPage[]): readonly Site[] {
  const byHost = new Map<string, Map<string, Page[]>>();
  for (const { url, ...page } of pages) {
    const { host, pathname, search } = new URL(url);
    const site = byHost.get(host) ?? new Map<string, Page[]>();
    byHost.set(host, site.set(pathname + search, [...(site.get(pathname + search) ?? []), page]));
  }
  return [...byHost].map(([host, shelf]) => siteOf(host, shelf));
}

function siteOf(host: string, shelf: ReadonlyMap<string, Page[]>): Site {
  return {
    host,
    court: null,
    robots: '# SIMULATOR\nUser-agent: *\nAllow: /\n',
    page(path) {
      const left = shelf.get(path);
      return (left && left.length > 1 ? left.shift() : left?.[0]) ?? null;
    },
  };
}
