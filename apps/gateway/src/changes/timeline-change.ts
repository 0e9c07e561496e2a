import type { ChangeRow } from '@vigil/db';
import { whatChanged, type RevisionKind } from '@vigil/timeline';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { EventContent } from '../events/event-content.js';
import { Event } from '../events/event.js';
import { RevisionKindEnum } from '../events/revision-kind.js';
import { toContent } from '../events/to-content.js';
import { toEvent } from '../events/to-event.js';
import { toGlobalId } from '../identity/global-id.js';
import { InstantScalar } from '../scalars/instant.js';
import { toFeedCursor } from './feed-cursor.js';

const ChangeKind = { ADDED: 'ADDED', REVISED: 'REVISED', MERGED: 'MERGED', RETRACTED: 'RETRACTED' } as const;

registerEnumType(ChangeKind, {
  name: 'TimelineChangeKind',
  description: 'What became of an event.',
  valuesConfig: {
    ADDED: { description: 'It is new.' },
    REVISED: { description: 'It says something else now.' },
    MERGED: { description: 'It proved to be the same as another: `event` is that one, and takes its place.' },
    RETRACTED: { description: 'Nothing speaks of it any more: take it off your list.' },
  },
});

/** The GraphQL face of a Change; the ring holds these, so that all followers share one. */
@ObjectType({
  simpleResolvers: true,
  description: 'One step of what Vigil tells. Applied in order, all steps make the timeline.',
})
export class TimelineChange {
  @Field(() => String, {
    description: 'Keep it once you have dealt with the change: a subscription with `after:` this goes on from here.',
  })
  readonly cursor: string;

  @Field(() => ChangeKind, { description: 'What became of the event.' })
  readonly kind: keyof typeof ChangeKind;

  @Field(() => [RevisionKindEnum], {
    description: 'For REVISED, what is different; empty where only what is known of earlier times, or a doubt, is.',
  })
  readonly what: readonly RevisionKind[];

  @Field(() => InstantScalar, { description: 'When Vigil recorded it.' })
  readonly recordedAt: string;

  @Field(() => ID, {
    description: 'Whose change it is: the id of the event that was added, revised, merged away or retracted.',
  })
  readonly eventId: string;

  @Field(() => Event, {
    nullable: true,
    description: 'The event after the change: for MERGED the one that it became; `null` for RETRACTED.',
  })
  readonly event: Event | null;

  @Field(() => EventContent, { nullable: true, description: 'What the event said before; `null` for ADDED.' })
  readonly previous: EventContent | null;

  @Field(() => Boolean, {
    description:
      'Whether `event` is one of the filter’s now. To keep a list: take `eventId` off it, and put `event` on it where this is true.',
  })
  readonly inFilter: boolean;

  #leaving: TimelineChange | undefined;

  constructor(
    readonly row: ChangeRow,
    inFilter = row.event !== null,
  ) {
    this.inFilter = inFilter;
    this.cursor = toFeedCursor(row.seq);
    this.kind = row.kind;
    this.what = row.kind === 'REVISED' ? whatChanged(row.previous, row.event?.content ?? null) : [];
    this.recordedAt = row.recordedAt;
    this.eventId = toGlobalId('Event', row.caseId, row.eventId);
    this.event = row.event && toEvent(row.event);
    this.previous = row.previous && toContent(row.previous);
  }

  /** The same Change for those whose filter the Event has left. */
  get leaving(): TimelineChange {
    this.#leaving ??= new TimelineChange(this.row, false);
    return this.#leaving;
  }
}
