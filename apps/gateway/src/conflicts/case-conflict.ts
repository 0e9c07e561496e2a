import type { ConflictRow } from '@vigil/db';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { toGlobalId } from '../identity/global-id.js';
import { Node } from '../identity/node.js';
import { InstantScalar } from '../scalars/instant.js';

export const Settlement = { SAME: 'SAME', DISTINCT: 'DISTINCT' } as const;

registerEnumType(Settlement, {
  name: 'CaseConflictSettlement',
  description: 'What a person found of two cases.',
  valuesConfig: {
    SAME: { description: 'They are one: its events and names are of the one case from now on.' },
    DISTINCT: { description: 'They are two, and stay two.' },
  },
});

/** The GraphQL face of a conflict of two Cases. */
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    'A page gave a court’s id of one case to another docket number and caption. Nothing was overwritten: both cases stand apart until a person says what they are.',
})
export class CaseConflict implements Node {
  readonly id: string;

  @Field(() => String, { description: 'The court’s own id that came with both.' })
  readonly pacerCaseId: string;

  @Field(() => String, { description: 'The docket number that the contradicting page prints.' })
  readonly docketNumber: string;

  @Field(() => String, { nullable: true, description: 'How that page calls the case; `null` where it does not.' })
  readonly caption: string | null;

  @Field(() => InstantScalar, { description: 'When it was found.' })
  readonly openedAt: string;

  @Field(() => InstantScalar, { nullable: true, description: 'When a person settled it; `null` while it is open.' })
  readonly settledAt: string | null;

  @Field(() => Settlement, { nullable: true, description: 'What that person found.' })
  readonly settledAs: keyof typeof Settlement | null;

  @Field(() => String, { nullable: true, description: 'Why, in that person’s words.' })
  readonly reason: string | null;

  constructor(readonly row: ConflictRow) {
    this.id = toGlobalId('CaseConflict', row.id);
    this.pacerCaseId = row.pacerCaseId;
    this.docketNumber = row.said.docketNumber;
    this.caption = row.said.caption;
    this.openedAt = row.openedAt;
    this.settledAt = row.settledAt;
    this.settledAs = row.settledAs;
    this.reason = row.reason;
  }
}
