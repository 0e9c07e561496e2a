import type { CheckRow } from '@vigil/db';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Problem } from '../errors/problem.js';
import { InstantScalar } from '../scalars/instant.js';

const CheckOutcome = { NEWS: 'NEWS', NO_NEWS: 'NO_NEWS', FAILED: 'FAILED' } as const;

registerEnumType(CheckOutcome, {
  name: 'CheckOutcome',
  description: 'How a check ended.',
  valuesConfig: {
    NEWS: { description: 'It saw something new.' },
    NO_NEWS: { description: 'It saw nothing new.' },
    FAILED: { description: 'It could not see.' },
  },
});

/** The GraphQL face of a Check. */
@ObjectType({ simpleResolvers: true, description: 'One look at a target.' })
export class Check {
  @Field(() => InstantScalar, { description: 'When it began.' })
  readonly startedAt: string;

  @Field(() => InstantScalar, { nullable: true, description: 'When it ended.' })
  readonly finishedAt: string | null;

  @Field(() => CheckOutcome, { description: 'How it ended.' })
  readonly outcome: keyof typeof CheckOutcome;

  @Field(() => Problem, { nullable: true, description: 'Why it could not see.' })
  readonly error: Problem | null;

  @Field(() => String, { nullable: true, description: 'Why it could not see, in detail.' })
  readonly message: string | null;

  @Field(() => Int, { description: 'Statements read.' })
  readonly statements: number;

  @Field(() => Int, { description: 'Records that could not be read.' })
  readonly skipped: number;

  @Field(() => Int, { description: 'Changes told because of it.' })
  readonly changes: number;

  constructor({ startedAt, finishedAt, outcome, errorCode, message, statements, skipped, changes }: CheckRow) {
    this.startedAt = startedAt;
    this.finishedAt = finishedAt;
    this.outcome = outcome;
    this.error = errorCode === null ? null : new Problem(errorCode);
    this.message = message;
    this.statements = statements;
    this.skipped = skipped;
    this.changes = changes;
  }
}
