import { DateTime } from 'luxon';
import { htmlPage, type Page } from './page.js';
import type { Site } from './site.js';

/** What a browser sees at the courthouse's own address: the courts it serves, and its virtual time. */
export function indexPage(sites: Iterable<Site>, instant: number): Page {
  const rows = [...sites].map(({ host, court }) =>
    court === null
      ? `<li><code>https://${host}</code></li>`
      : `<li><a href="/${host}${court.feedPath}">${court.courtId}</a> <code>https://${host}${court.feedPath}</code></li>`,
  );
  const now = DateTime.fromMillis(instant, { zone: 'utc' }).toFormat('ccc d LLL yyyy HH:mm:ss');
  return htmlPage(200, 'Vigil courthouse', `<p>Virtual time: ${now} UTC</p>\n<ul>\n${rows.join('\n')}\n</ul>`);
}
