import { courtById, readNewsFeed, type Court, type NewsItem } from '@vigil/dockets';
import { publication, type CapturedPage, type ParseContext } from '@vigil/source-kit';
import type { PublicationStatement, Statement } from '@vigil/timeline';
import { readPackageId } from './package-id.js';

/** Whose opinions are watched. */
export interface OpinionParams {
  /** Court id. */
  readonly court: string;
}

/**
 * Reads GovInfo's feed of a court's opinions: one publication an item, of the Case that its id names. The newest hundred stand in
 * it, so it is never empty. Throws NOT_A_FEED, FEED_BROKEN.
 */
export function* parseOpinions(page: CapturedPage, context: ParseContext<OpinionParams>): Iterable<Statement> {
  const court = courtById(context.params.court);
  const { items, builtAt } = readNewsFeed(page.body, page.headers['content-type']);
  if (builtAt !== null) context.builtAt(builtAt);
  for (const [n, item] of items.entries()) {
    const statement = opinion(item, court);
    if (statement) yield statement;
    else context.skip('nothing tells its case, address, title or time', `item ${n + 1}`);
  }
}

/** The last id in an address or a guid: that of the opinion, where one in a package is meant. */
const idIn = (text: string | null): string | null => text?.match(/\bUSCOURTS-[\w-]+/g)?.at(-1) ?? null;

function opinion({ title, link, guid, publishedAt }: NewsItem, court: Court): PublicationStatement | null {
  const id = idIn(link) ?? idIn(guid);
  const known = id === null ? null : readPackageId(id, court);
  if (known === null || !link?.startsWith('https://www.govinfo.gov/') || title === null || publishedAt === null)
    return null;
  return publication({
    court: court.id,
    docketNumber: known.docketNumber,
    publisherId: known.id,
    type: 'OPINION',
    title,
    url: link,
    publishedAt,
    zone: court.zone,
  });
}
