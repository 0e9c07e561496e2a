import type { EventContent as Content } from '@vigil/timeline';
import { Field, InterfaceType } from 'type-graphql';
import { EventKind } from './event-kind.js';
import { Moment } from './moment.js';

/** What an Event says, whatever its kind. */
@InterfaceType({
  description: 'What an event says: as it stands (every event is one), or as it stood in an earlier revision or state.',
})
export abstract class EventContent {
  @Field(() => EventKind, { description: 'What kind of thing happened.' })
  readonly kind: EventKind;

  @Field(() => Moment, { description: 'When it happened, in the time of the court or publisher.' })
  readonly occurredAt: Moment;

  @Field(() => String, { description: 'One line for a list.' })
  readonly headline: string;

  constructor({ kind, occurredAt, headline }: Content) {
    this.kind = kind;
    this.occurredAt = occurredAt;
    this.headline = headline;
  }
}
