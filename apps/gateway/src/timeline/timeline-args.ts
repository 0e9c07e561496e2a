import { ArgsType, Field } from 'type-graphql';
import { PageArgs } from '../connection/page-args.js';
import { InstantScalar } from '../scalars/instant.js';
import { TimelineFilter } from './timeline-filter.js';
import { TimelineOrder } from './timeline-order.js';

/** Arguments of any timeline. */
@ArgsType()
abstract class AnyTimelineArgs extends PageArgs {
  @Field(() => InstantScalar, {
    nullable: true,
    description: 'As Vigil told it at this moment: neither what it learnt later, nor what it revised later.',
  })
  readonly asOf?: string | null;
}

/** Arguments of the timeline of one Case. */
@ArgsType()
export class CaseTimelineArgs extends AnyTimelineArgs {
  @Field(() => TimelineOrder, { defaultValue: TimelineOrder.DOCKET, description: 'What the list is sorted by.' })
  readonly orderBy!: TimelineOrder;
}

/** Arguments of the timeline. */
@ArgsType()
export class TimelineArgs extends AnyTimelineArgs {
  @Field(() => TimelineOrder, { defaultValue: TimelineOrder.OCCURRED_AT, description: 'What the list is sorted by.' })
  readonly orderBy!: TimelineOrder;

  @Field(() => TimelineFilter, { nullable: true, description: 'Which events; all where it is not given.' })
  readonly filter?: TimelineFilter | null;
}
