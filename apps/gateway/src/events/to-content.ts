import type { EventContent as Content } from '@vigil/timeline';
import { DocketEntryContent } from './docket-entry-content.js';
import type { EventContent } from './event-content.js';
import { PublicationContent } from './publication-content.js';

/** The GraphQL object of a content of any kind. */
export function toContent(content: Content): EventContent {
  return content.kind === 'DOCKET_ENTRY' ? new DocketEntryContent(content) : new PublicationContent(content);
}
