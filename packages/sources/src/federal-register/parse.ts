import { courtOrPublisherById, scrub } from '@vigil/dockets';
import { VigilError } from '@vigil/errors';
import { publication, readJson, type CapturedPage, type ParseContext } from '@vigil/source-kit';
import type { CaseStatement, PublicationStatement, Statement } from '@vigil/timeline';
import { z } from 'zod';
import type { SearchParams } from './params.js';

/** The series in the place of a Case: the Federal Register is one. */
const series = { court: 'fedreg', caseId: null, docketNumber: 'Federal Register' } as const;

/** So many documents are asked for; more than the largest issues have, and an issue has a day. */
export const perPage = 500;

/** The documents of a search; where there is none, the API leaves the list out. */
const page = z.object({ count: z.int().nonnegative(), results: z.array(z.unknown()).optional() });

/** One document, with the fields that are asked for. */
const document = z.object({
  document_number: z.string().regex(/^[A-Z0-9]+(-[A-Z0-9]+)+$/),
  title: z.string().min(1),
  type: z.string().min(1),
  abstract: z.string().nullable(),
  html_url: z.url({ protocol: /^https$/ }),
  publication_date: z.iso.date(),
  agencies: z.array(z.object({ name: z.string().optional(), raw_name: z.string().optional() })),
  docket_ids: z.array(z.string()).nullable(),
});

/** The fields that are asked for. */
export const fields = Object.keys(document.shape);

/**
 * Reads a page of documents, the newest of a search. A search that finds nothing says so by its count. Throws BAD_RECORD
 * where the page is of another shape, or holds nothing of what it counts.
 */
export function* parseDocuments(
  captured: Pick<CapturedPage, 'body'>,
  context: ParseContext<SearchParams>,
): Iterable<Statement> {
  const { count, results = [] } = readJson(captured, page);
  if (count > 0 && results.length === 0)
    throw new VigilError('BAD_RECORD', `it counts ${count} documents and holds none`);
  if (count === 0) context.provesEmpty();
  const read = results.map((result) => document.safeParse(result));
  if (read.some(({ success }) => success)) yield caseStatement;
  for (const [n, { data, error }] of read.entries()) {
    const where = `document ${n + 1}`;
    if (error) context.skip(`its ${error.issues[0]!.path.join('.') || 'shape'} cannot be read`, where);
    else if (!isDated(data)) context.skip('its address and its date of publication disagree', where);
    else yield documentStatement(data);
  }
}

const caseStatement: CaseStatement = {
  kind: 'case',
  case: series,
  recordKey: 'series',
  content: {
    caption: courtOrPublisherById(series.court).name,
    printedNumber: null,
    caseType: null,
    office: null,
    chapter: null,
    trustee: null,
  },
};

type Document = z.infer<typeof document>;

/** An address is `/documents/2026/03/05/2026-04321/title`: that both tell one day proves that days are read right. */
const isDated = ({ html_url: url, publication_date: day }: Document): boolean =>
  new URL(url).pathname.startsWith(`/documents/${day.replaceAll('-', '/')}/`);

function documentStatement(it: Document): PublicationStatement {
  const { court, docketNumber } = series;
  const issuers = it.agencies.flatMap(({ name, raw_name: raw }) => name ?? raw ?? []);
  return publication({
    court,
    docketNumber,
    publisherId: it.document_number,
    // `Proposed Rule` is PROPOSED_RULE.
    type: it.type.toUpperCase().replace(/[^A-Z0-9]+/g, '_'),
    title: scrub(it.title),
    text: it.abstract === null || it.abstract === '' ? null : scrub(it.abstract),
    url: it.html_url,
    issuers: issuers.length === 0 ? null : issuers,
    dockets: it.docket_ids?.length ? it.docket_ids : null,
    publishedOn: it.publication_date,
    zone: courtOrPublisherById(court).zone,
  });
}
