import type { EventRow } from '@vigil/db';
import type { CivilDate, PublicationFacts } from '@vigil/timeline';
import { ObjectType } from 'type-graphql';
import { Node } from '../identity/node.js';
import { EventContent } from './event-content.js';
import { Event } from './event.js';
import { Publication } from './publication.js';

/** The Event that something was published. */
@ObjectType({
  implements: [Node, EventContent, Event, Publication],
  simpleResolvers: true,
  description:
    'Something was published outside dockets: a rule or notice, a court’s opinion, a page that is watched. A page without a date of its own stands where it was first seen to say what it says.',
})
export class PublicationEvent extends Event implements Publication {
  readonly publisherId: string;
  readonly type: string | null;
  readonly title: string | null;
  readonly text: string | null;
  readonly url: string | null;
  readonly issuers: readonly string[] | null;
  readonly dockets: readonly string[] | null;
  readonly publishedOn: CivilDate | null;
  readonly publishedAt: string | null;

  constructor(row: EventRow, facts: PublicationFacts) {
    super(row);
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
    } = facts);
  }
}
