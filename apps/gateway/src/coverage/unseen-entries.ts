import type { UnseenNumbers } from '@vigil/db';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';

const UnseenReason = { LEFT_OUT: 'LEFT_OUT', NOT_SHOWN: 'NOT_SHOWN' } as const;

registerEnumType(UnseenReason, {
  name: 'UnseenReason',
  description: 'Why nothing shows an entry that others count past.',
  valuesConfig: {
    LEFT_OUT: {
      description: 'A whole docket report counts past it: it is sealed or restricted, or its number was never given.',
    },
    NOT_SHOWN: { description: 'No whole docket report was read that far: it may be there.' },
  },
});

/** The GraphQL face of numbers that nothing shows. */
@ObjectType({
  simpleResolvers: true,
  description: 'Numbers of docket entries that nothing has shown, while higher ones were.',
})
export class UnseenEntries {
  @Field(() => Int, { description: 'The first of them.' })
  readonly first: number;

  @Field(() => Int, { description: 'The last of them.' })
  readonly last: number;

  @Field(() => UnseenReason, { description: 'Why.' })
  readonly reason: keyof typeof UnseenReason;

  constructor({ first, last, leftOut }: UnseenNumbers) {
    this.first = first;
    this.last = last;
    this.reason = leftOut ? 'LEFT_OUT' : 'NOT_SHOWN';
  }
}
