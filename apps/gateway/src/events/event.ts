import type { EventRow } from '@vigil/db';
import { Field, InterfaceType } from 'type-graphql';
import { toGlobalId } from '../identity/global-id.js';
import { Node } from '../identity/node.js';
import { InstantScalar } from '../scalars/instant.js';
import { EventContent } from './event-content.js';
import { Urgency } from './urgency.js';

/** What happened; the item of the timeline. One class for each kind extends it. */
@InterfaceType({
  implements: [Node, EventContent],
  description:
    'Something that happened, merged from every statement that speaks of it. An event is revised when more is learnt, and nothing it ever said is lost: see `revisions`.',
})
export abstract class Event extends EventContent implements Node {
  readonly id: string;

  @Field(() => InstantScalar, { description: 'When Vigil first told of it.' })
  readonly recordedAt: string;

  @Field(() => InstantScalar, { description: 'When Vigil last changed what it tells of it.' })
  readonly revisedAt: string;

  @Field(() => [String], {
    description:
      'What it means for the people concerned, as `relief.disposition` (`tro.granted`). Empty until a rule has read it.',
  })
  readonly tags: readonly string[];

  @Field(() => Urgency, { description: 'How soon a person should see it.' })
  readonly urgency: Urgency;

  constructor(readonly row: EventRow) {
    super(row.content);
    this.id = toGlobalId('Event', row.caseId, row.id);
    this.recordedAt = row.recordedAt;
    this.revisedAt = row.revisedAt;
    this.tags = row.tags;
    this.urgency = row.urgency as Urgency;
  }
}
