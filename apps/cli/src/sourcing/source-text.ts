import type { Platform } from './platform.js';

/** What a new Source is about. */
export interface NewSource {
  readonly id: string;
  readonly url: string;
  readonly court: string;
  readonly platform: Platform;
}

/** The text of a `source.ts` that compiles, reads what can be read at once, and has a TODO wherever a person has to decide. */
export function sourceText({ id, url, court, platform: { name } }: NewSource): string {
  const { origin } = new URL(url);
  const quoted = JSON.stringify(url).replaceAll('"', "'");
  const feed = name === 'rss';
  return `${imports[name]}
const court = courtById('${court}');

/** TODO: what this shows. */
export default defineSource<Record<string, never>>({
  id: '${id}',
  version: 1,
  kind: '${feed ? 'feed' : 'listing'}',
  about: { title: 'TODO', homepage: '${origin}/', access: 'TODO: by whose permission a machine may read it' },
  schedule: { every: minutes(${feed ? 15 : 60}), atMost: minutes(5) },
${feed ? '  window: hours(24), // TODO: how long an item stays at least\n' : ''}  params: z.strictObject({}),
  describe: () => 'TODO',
  court: () => court.id,
  plan: () => ({ url: ${quoted}, accept: '${accepts[name]}' }),
  *parse(page, context) {
${bodies[name]}
  },
  canonical: ${feed ? 'withoutBuildDate' : '(body) => body'},
  access: 'open',
  expects: { empty: '${feed ? 'proved' : 'never'}', quiet: days(2) }, // TODO: the longest silence that is no news
});
`;
}

const accepts = {
  rss: 'application/rss+xml, application/xml, text/xml',
  json: 'application/json',
  html: 'text/html',
} as const;

const imports = {
  rss: `import { courtById, parseDocketNumber, readNewsFeed } from '@vigil/dockets';
import { days, defineSource, docketEntry, hours, minutes, withoutBuildDate } from '@vigil/source-kit';
import { identityKey } from '@vigil/timeline';
import { z } from 'zod';
`,
  json: `import { courtById, parseDocketNumber } from '@vigil/dockets';
import { days, defineSource, docketEntry, minutes, readJson } from '@vigil/source-kit';
import { identityKey } from '@vigil/timeline';
import { z } from 'zod';
`,
  html: `import { courtById, parseDocketNumber } from '@vigil/dockets';
import { assertWholeTables, days, defineSource, docketEntry, minutes } from '@vigil/source-kit';
import { identityKey } from '@vigil/timeline';
import { load } from 'cheerio';
import { z } from 'zod';
`,
} as const;

const bodies = {
  rss: `    const { items, builtAt } = readNewsFeed(page.body, page.headers['content-type']);
    if (builtAt !== null) context.builtAt(builtAt);
    if (items.length === 0 && builtAt !== null) context.provesEmpty();
    for (const [n, { title, guid, link, publishedAt }] of items.entries()) {
      const number = parseDocketNumber(title ?? '', court.kind); // TODO: where the feed says which case an item is of
      const key = guid ?? link; // TODO: the publisher's own key of an item
      if (number === null || key === null || publishedAt === null) {
        context.skip('nothing tells its case, key or time', \`item \${n + 1}\`);
        continue;
      }
      yield docketEntry({
        court: court.id,
        docketNumber: number.canonical,
        recordKey: \`entry:\${key}\`,
        keys: [identityKey('doc', key)],
        labels: title === null ? null : [title], // TODO: what the item says happened
        documentUrl: link,
        enteredAt: publishedAt,
        zone: court.zone,
      });
    }`,
  json: `    const entry = z.object({ id: z.string(), case: z.string(), day: z.iso.date(), text: z.string() }); // TODO: its shape
    const { entries } = readJson(page, z.object({ entries: z.array(entry) }));
    for (const [n, { id, case: printed, day, text }] of entries.entries()) {
      const number = parseDocketNumber(printed, court.kind);
      if (number === null) {
        context.skip('nothing tells its case', \`entry \${n + 1}\`);
        continue;
      }
      yield docketEntry({
        court: court.id,
        docketNumber: number.canonical,
        recordKey: \`entry:\${id}\`,
        keys: [identityKey('doc', id)],
        text,
        filedOn: day,
        zone: court.zone,
      });
    }`,
  html: `    assertWholeTables(page);
    const $ = load(Buffer.from(page.body).toString('utf8'));
    for (const [n, row] of $('table tr').toArray().entries()) {
      const [day = '', printed = '', text = ''] = $(row).find('td').toArray().map((cell) => $(cell).text().trim()); // TODO: its columns
      const number = parseDocketNumber(printed, court.kind);
      if (number === null || !/^\\d{4}-\\d\\d-\\d\\d$/.test(day)) {
        context.skip('nothing tells its case or day', \`row \${n + 1}\`);
        continue;
      }
      const key = \`\${number.canonical} \${day}\`; // TODO: the publisher's own key of a row
      yield docketEntry({
        court: court.id,
        docketNumber: number.canonical,
        recordKey: \`entry:\${key}\`,
        keys: [identityKey('doc', key)],
        text,
        filedOn: day,
        zone: court.zone,
      });
    }`,
} as const;
