import type { EventContent as Content } from '@vigil/timeline';
import { DocketEntryContent } from './docket-entry-content.js';
import type { EventContent } from './event-content.js';

const classes = { DOCKET_ENTRY: DocketEntryContent } as const satisfies Readonly<Record<Content['kind'], unknown>>;

/** The GraphQL object of a content of any kind. */
export function toContent(content: Content): EventContent {
  return new classes[content.kind](content);
}
