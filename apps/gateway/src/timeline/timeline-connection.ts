import type { TimelineRequest } from '@vigil/db';
import { Field, Int, ObjectType } from 'type-graphql';
import { PageInfo } from '../connection/page-info.js';
import { Event } from '../events/event.js';

/** An Event and its place. */
@ObjectType({ simpleResolvers: true, description: 'An event and its place in the list.' })
export class TimelineEdge {
  @Field(() => String, { description: 'The place, for `after` and `before`.' })
  readonly cursor!: string;

  @Field(() => Event, { description: 'The event.' })
  readonly node!: Event;
}

/** How many Events match, counted up to a bound. */
@ObjectType({ simpleResolvers: true, description: 'How many events match, counted up to a bound.' })
export class TimelineCount {
  @Field(() => Int, { description: 'So many at least.' })
  readonly atLeast!: number;

  @Field(() => Boolean, { description: 'Whether that is the exact number; otherwise there are more.' })
  readonly exact!: boolean;
}

/** A page of the timeline. */
@ObjectType({ simpleResolvers: true, description: 'A page of the timeline, newest first.' })
export class TimelineConnection {
  /** What was asked; for the count. */
  readonly request!: TimelineRequest;

  @Field(() => [TimelineEdge], { description: 'The events of the page, with their places.' })
  readonly edges!: readonly TimelineEdge[];

  @Field(() => [Event], { description: 'The events of the page, where their places are not needed.' })
  readonly nodes!: readonly Event[];

  @Field(() => PageInfo, { description: 'Where the page stands in the list.' })
  readonly pageInfo!: PageInfo;

  @Field(() => String, {
    description:
      'Read before the page: give it to `timelineChanged(after:)` and every change since is told. The first of them may repeat what the page shows already; none is left out.',
  })
  readonly feedCursor!: string;
}
