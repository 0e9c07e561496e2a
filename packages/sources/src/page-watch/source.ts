import { days, defineSource, hours, minutes } from '@vigil/source-kit';
import { withoutMachinery } from './canonical.js';
import { pageParams, wholePage, type PageParams } from './params.js';
import { parsePage } from './parse.js';

/**
 * Any public page, or a part of it that a CSS selector names: one publication, revised whenever its text changes. What the
 * publisher says by other means than text (where a link leads, a picture) is not seen.
 */
export default defineSource<PageParams>({
  id: 'page-watch',
  version: 1,
  kind: 'detail',
  about: {
    title: 'Any public page',
    homepage: 'https://www.rfc-editor.org/rfc/rfc9309',
    access: 'Whatever robots.txt of the site allows; the address is named by whoever watches it.',
    proved: {
      simulated:
        'Invented pages over HTTP, changed, emptied, redesigned and hostile ones. No page of the world was recorded for it; where a page builds its text by a script, there is nothing to read.',
    },
  },
  schedule: { every: hours(1), atMost: minutes(10) },
  params: pageParams,
  describe: ({ url, select }) => (select === wholePage ? `Page ${url}` : `Page ${url} (${select})`),
  court: () => 'web',
  plan: ({ url }) => ({ url, accept: 'text/html, application/xhtml+xml' }),
  parse: parsePage,
  absent: ({ status }) => status === 404 || status === 410,
  canonical: withoutMachinery,
  access: 'open',
  expects: { empty: 'never', quiet: days(365) },
  bypass: {
    S09: 'A page is one record and none of its rows is one; its own test changes a word and changes it back.',
    S13: 'A page is one record, on a busy day as on a quiet one.',
  },
});
