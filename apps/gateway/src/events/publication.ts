import { Field, ID, InterfaceType } from 'type-graphql';
import { InstantScalar } from '../scalars/instant.js';
import { LocalDateScalar } from '../scalars/local-date.js';
import { UrlScalar } from '../scalars/url.js';

/** The fields of a publication, declared once for the Event and for its earlier contents. */
@InterfaceType({
  description: 'What a publisher says of one publication outside dockets. `null` is unknown, never “none”.',
})
export abstract class Publication {
  @Field(() => ID, { description: 'The publisher’s own id of it, such as `2026-01234`; of a page its address.' })
  readonly publisherId!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'What kind of publication it is, in capitals: `RULE`, `PROPOSED_RULE`, `NOTICE`, `OPINION`, `PAGE`. A text, since publishers have kinds of their own.',
  })
  readonly type!: string | null;

  @Field(() => String, { nullable: true, description: 'Its title.' })
  readonly title!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What it says: the publisher’s abstract, or the whole text of a page that is watched. How a page’s text changed, `revisions` tell.',
  })
  readonly text!: string | null;

  @Field(() => UrlScalar, { nullable: true, description: 'Where it is published, free to read.' })
  readonly url!: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Those who issued it, as the publisher names them (agencies).',
  })
  readonly issuers!: readonly string[] | null;

  @Field(() => [String], { nullable: true, description: 'Numbers of the agencies’ own dockets that it belongs to.' })
  readonly dockets!: readonly string[] | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day of publication, in the publisher’s zone.' })
  readonly publishedOn!: string | null;

  @Field(() => InstantScalar, { nullable: true, description: 'The moment of publication.' })
  readonly publishedAt!: string | null;
}
