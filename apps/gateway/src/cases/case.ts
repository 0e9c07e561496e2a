import type { CaseRow } from '@vigil/db';
import { Field, ObjectType } from 'type-graphql';
import { toGlobalId } from '../identity/global-id.js';
import { Node } from '../identity/node.js';
import { DocketNumberScalar } from '../scalars/docket-number.js';
import { InstantScalar } from '../scalars/instant.js';
import { LocalDateScalar } from '../scalars/local-date.js';

/** The GraphQL face of a Case. */
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'One docket in one court, or one series of a publisher. `null` is unknown, never “none”.',
})
export class Case implements Node {
  readonly id: string;

  @Field(() => DocketNumberScalar, {
    nullable: true,
    description: 'Its number, in the one spelling; of a publisher’s series its name.',
  })
  readonly docketNumber: string | null;

  @Field(() => String, { nullable: true, description: 'Its number as the court prints it, judges’ initials and all.' })
  readonly printedNumber: string | null;

  @Field(() => String, { nullable: true, description: 'The court’s own id of the case in its docket system.' })
  readonly pacerCaseId: string | null;

  @Field(() => String, { nullable: true, description: 'Its name, such as `Doe v. Roe`.' })
  readonly caption: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The court’s code (bankruptcy) or words (courts of appeals) for the type of case.',
  })
  readonly caseType: string | null;

  @Field(() => String, { nullable: true, description: 'The office or division of the court.' })
  readonly office: string | null;

  @Field(() => String, { nullable: true, description: 'The chapter of a bankruptcy.' })
  readonly chapter: string | null;

  @Field(() => String, { nullable: true, description: 'The trustee of a bankruptcy.' })
  readonly trustee: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day on which it was opened, where a docket report was seen.',
  })
  readonly filedOn: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day on which it was closed.' })
  readonly terminatedOn: string | null;

  @Field(() => String, { nullable: true, description: 'The judge, with the title, as printed.' })
  readonly assignedTo: string | null;

  @Field(() => String, { nullable: true, description: 'The magistrate judge, with the title, as printed.' })
  readonly referredTo: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'With its code, as printed: `463 Habeas Corpus - Alien Detainee`.',
  })
  readonly natureOfSuit: string | null;

  @Field(() => String, { nullable: true, description: 'With its statute, as printed; courts cut it off.' })
  readonly cause: string | null;

  @Field(() => String, { nullable: true, description: 'As printed.' })
  readonly jurisdiction: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'What the court marks it with, such as `HABEAS` or `STAYED`; empty: with nothing.',
  })
  readonly flags: readonly string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'The court or agency whose decision a court of appeals reviews, as printed.',
  })
  readonly appealFrom: string | null;

  @Field(() => DocketNumberScalar, {
    nullable: true,
    description: 'The number of the case below, where that is a federal trial court’s.',
  })
  readonly originatingNumber: string | null;

  @Field(() => String, { nullable: true, description: 'The judge of the case below, with the title, as printed.' })
  readonly originatingJudge: string | null;

  @Field(() => InstantScalar, { description: 'When Vigil first heard of it.' })
  readonly recordedAt: string;

  constructor(readonly row: CaseRow) {
    this.id = toGlobalId('Case', row.id);
    this.docketNumber = row.docketNumber;
    this.printedNumber = row.printedNumber;
    this.pacerCaseId = row.pacerCaseId;
    this.caption = row.caption;
    this.caseType = row.facts.caseType ?? null;
    this.office = row.facts.office ?? null;
    this.chapter = row.facts.chapter ?? null;
    this.trustee = row.facts.trustee ?? null;
    this.filedOn = row.facts.filedOn ?? null;
    this.terminatedOn = row.facts.terminatedOn ?? null;
    this.assignedTo = row.facts.assignedTo ?? null;
    this.referredTo = row.facts.referredTo ?? null;
    this.natureOfSuit = row.facts.natureOfSuit ?? null;
    this.cause = row.facts.cause ?? null;
    this.jurisdiction = row.facts.jurisdiction ?? null;
    this.flags = row.facts.flags ?? null;
    this.appealFrom = row.facts.appealFrom ?? null;
    this.originatingNumber = row.facts.originatingNumber ?? null;
    this.originatingJudge = row.facts.originatingJudge ?? null;
    this.recordedAt = row.createdAt;
  }
}
