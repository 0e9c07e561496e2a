import type { OccurredAt } from '@vigil/timeline';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { InstantScalar } from '../scalars/instant.js';
import { LocalDateScalar } from '../scalars/local-date.js';

const Precision = { DAY: 'DAY', MINUTE: 'MINUTE', INTERVAL: 'INTERVAL' } as const;

registerEnumType(Precision, {
  name: 'Precision',
  description: 'How exactly a moment is known.',
  valuesConfig: {
    DAY: { description: 'Only the day is known: show `day`, and no time.' },
    MINUTE: { description: 'The time is known: show `instant` in `zone`.' },
    INTERVAL: { description: 'It happened between two moments; this is the later one.' },
  },
});

/** The GraphQL face of `OccurredAt`. */
@ObjectType({
  simpleResolvers: true,
  description: 'When something happened, as exactly as it is known. A date without a time stays a date.',
})
export class Moment implements OccurredAt {
  @Field(() => InstantScalar, {
    description: 'For sorting. Where only the day is known, the start of that day in `zone`.',
  })
  readonly instant!: string;

  @Field(() => Precision, { description: 'How much of `instant` is known.' })
  readonly precision!: keyof typeof Precision;

  @Field(() => LocalDateScalar, { description: 'The calendar day, where it happened.' })
  readonly day!: string;

  @Field(() => String, { description: 'IANA zone of the place where it happened, such as `America/Los_Angeles`.' })
  readonly zone!: string;
}
