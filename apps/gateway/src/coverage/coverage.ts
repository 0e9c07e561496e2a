import type { CoverageRow } from '@vigil/db';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { InstantScalar } from '../scalars/instant.js';

const CoverageState = { SEEING: 'SEEING', BLIND: 'BLIND' } as const;

registerEnumType(CoverageState, {
  name: 'CoverageState',
  description: 'Whether Vigil could see.',
  valuesConfig: {
    SEEING: { description: 'It could see: what it does not tell did not appear.' },
    BLIND: { description: 'It could not see: what it does not tell may have happened all the same.' },
  },
});

/** The GraphQL face of Coverage. */
@ObjectType({
  simpleResolvers: true,
  description:
    'A span of time in which Vigil could see a target, or could not. That nothing was seen is never an event; it is this.',
})
export class Coverage {
  @Field(() => CoverageState, { description: 'Whether Vigil could see.' })
  readonly state: keyof typeof CoverageState;

  @Field(() => String, {
    nullable: true,
    description:
      'Why not: a code of the catalogue of errors, or `NO_OVERLAP` where two readings share nothing, so that entries may have come and gone between them.',
  })
  readonly reason: string | null;

  @Field(() => String, { nullable: true, description: 'Why not, in a sentence.' })
  readonly message: string | null;

  @Field(() => InstantScalar, { description: 'Since when (included).' })
  readonly from: string;

  @Field(() => InstantScalar, { nullable: true, description: 'Until when (not included); `null` is now.' })
  readonly to: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Of a blindness that has ended: whether the next reading proved that nothing was missed.',
  })
  readonly recovered: boolean | null;

  constructor(readonly row: CoverageRow) {
    this.state = row.state;
    this.reason = row.reason;
    this.message = row.message;
    this.from = row.fromAt;
    this.to = row.toAt;
    this.recovered = row.recovered;
  }
}
