import { Field, ID, InputType } from 'type-graphql';
import { EventKind } from '../events/event-kind.js';
import { TimeRange } from './time-range.js';

/** The one filter of queries and subscriptions. */
@InputType({
  description:
    'Which events. Every member that is given must hold; a member that is not given asks for nothing. Queries and subscriptions take the same filter and mean the same by it.',
})
export class TimelineFilter {
  @Field(() => [String], {
    nullable: true,
    description:
      'Of one of these courts, by the ids that courts use themselves (`cacd`, `ca9`), or publishers (`fedreg`). An empty list matches nothing. Vigil’s own beats (`vigil`) are matched only where this names them, or `cases` their series.',
  })
  readonly courts?: readonly string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Of one of these cases. An empty list matches nothing.' })
  readonly cases?: readonly string[] | null;

  @Field(() => [EventKind], { nullable: true, description: 'Of one of these kinds. An empty list matches nothing.' })
  readonly kinds?: readonly EventKind[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Words of the headline, the docket text or the text of a publication, in any inflection, or of the case’s caption or number. As in a web search: all words, `"an exact phrase"`, `or`, `-without`. 300 characters at most; a blank text asks for nothing.',
  })
  readonly text?: string | null;

  @Field(() => TimeRange, {
    nullable: true,
    description:
      'Happened within this span. An event of which only the day is known stands at the start of that day, in the court’s zone.',
  })
  readonly occurred?: TimeRange | null;

  @Field(() => TimeRange, { nullable: true, description: 'First told by Vigil within this span.' })
  readonly recorded?: TimeRange | null;
}
