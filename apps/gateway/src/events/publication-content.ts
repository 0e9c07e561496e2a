import type { CivilDate, EventContent as Content } from '@vigil/timeline';
import { ObjectType } from 'type-graphql';
import { EventContent } from './event-content.js';
import { Publication } from './publication.js';

/** What a publication said at one time. */
@ObjectType({
  implements: [EventContent, Publication],
  simpleResolvers: true,
  description: 'What a publication said at one time.',
})
export class PublicationContent extends EventContent implements Publication {
  readonly publisherId: string;
  readonly type: string | null;
  readonly title: string | null;
  readonly text: string | null;
  readonly url: string | null;
  readonly issuers: readonly string[] | null;
  readonly dockets: readonly string[] | null;
  readonly publishedOn: CivilDate | null;
  readonly publishedAt: string | null;

  constructor(content: Extract<Content, { kind: 'PUBLICATION' }>) {
    super(content);
    ({
      publisherId: this.publisherId,
      type: this.type,
      title: this.title,
      text: this.text,
      url: this.url,
      issuers: this.issuers,
      dockets: this.dockets,
      publishedOn: this.publishedOn,
      publishedAt: this.publishedAt,
    } = content.facts);
  }
}
