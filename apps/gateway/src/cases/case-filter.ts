import { Field, InputType } from 'type-graphql';

/** Which Cases. */
@InputType({ description: 'Which cases. Every member that is given must hold.' })
export class CaseFilter {
  @Field(() => [String], {
    nullable: true,
    description: 'Of one of these courts (`cacd`, `ca9`). An empty list matches nothing.',
  })
  readonly courts?: readonly string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Words of the caption or the printed number, as in a web search. A blank text asks for nothing.',
  })
  readonly text?: string | null;
}
