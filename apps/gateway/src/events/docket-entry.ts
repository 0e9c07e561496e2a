import { Field, ID, InterfaceType } from 'type-graphql';
import { InstantScalar } from '../scalars/instant.js';
import { LocalDateScalar } from '../scalars/local-date.js';
import { UrlScalar } from '../scalars/url.js';

/** The fields of a docket entry, declared once for the Event and for its earlier contents. */
@InterfaceType({ description: 'What a docket says in one of its entries. `null` is unknown, never “none”.' })
export abstract class DocketEntry {
  @Field(() => String, {
    nullable: true,
    description: 'The entry’s number on the docket. A text, since courts print unusual ones; many entries have none.',
  })
  readonly number!: string | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'The court’s short descriptions of the entry (“Order on Motion for Preliminary Injunction”). One entry may carry several.',
  })
  readonly labels!: readonly string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'The full docket text. Feeds give only labels; the text comes with a docket report.',
  })
  readonly text!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day of filing, in the court’s zone.' })
  readonly filedOn!: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day on which the clerk’s office docketed it, in the court’s zone; days after filing, at times.',
  })
  readonly enteredOn!: string | null;

  @Field(() => InstantScalar, { nullable: true, description: 'The moment the clerk’s office docketed it.' })
  readonly enteredAt!: string | null;

  @Field(() => UrlScalar, {
    nullable: true,
    description: 'Where the court sells the document. Opening it may cost you a fee; Vigil never opens it.',
  })
  readonly documentUrl!: string | null;

  @Field(() => ID, { nullable: true, description: 'The document’s id in the court’s system.' })
  readonly documentId!: string | null;

  @Field(() => Boolean, {
    description: 'Whether the docket lists it no more: two whole readings, one after the other, left it out.',
  })
  readonly removed!: boolean;
}
