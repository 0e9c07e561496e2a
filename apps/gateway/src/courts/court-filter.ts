import { Field, InputType } from 'type-graphql';
import { CourtKind } from './court.js';

/** Which courts. */
@InputType({ description: 'Which courts. Every member that is given must hold.' })
export class CourtFilter {
  @Field(() => [CourtKind], { nullable: true, description: 'Of one of these kinds. An empty list matches nothing.' })
  readonly kinds?: readonly CourtKind[] | null;

  @Field(() => String, { nullable: true, description: 'A part of the name or of the code, in any letter case.' })
  readonly text?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'With a feed, or without one.' })
  readonly hasFeed?: boolean | null;
}
