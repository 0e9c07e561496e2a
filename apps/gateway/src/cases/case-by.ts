import { Field, ID, InputType } from 'type-graphql';
import { DocketNumberScalar } from '../scalars/docket-number.js';

/** A docket number and whose it is. */
@InputType({ description: 'A docket number and the court that gave it.' })
export class DocketNumberInCourt {
  @Field(() => String, { description: 'The court’s id (`cacd`).' })
  readonly court!: string;

  @Field(() => DocketNumberScalar, { description: 'The number, as anyone prints it.' })
  readonly number!: string;
}

/** A court's own id of a case, and whose it is. */
@InputType({ description: 'A court’s own id of a case.' })
export class PacerCaseIdInCourt {
  @Field(() => String, { description: 'The court’s id (`cacd`).' })
  readonly court!: string;

  @Field(() => String, { description: 'The number after `?` in the link to the docket.' })
  readonly id!: string;
}

/** Exactly one way to name a Case. */
@InputType({ description: 'Exactly one way to name a case.' })
export class CaseBy {
  @Field(() => ID, { nullable: true, description: 'By its id in this graph.' })
  readonly id?: string;

  @Field(() => DocketNumberInCourt, { nullable: true, description: 'By its docket number.' })
  readonly docketNumber?: DocketNumberInCourt;

  @Field(() => PacerCaseIdInCourt, { nullable: true, description: 'By the court’s own id of it.' })
  readonly pacerCaseId?: PacerCaseIdInCourt;
}
