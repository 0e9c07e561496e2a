import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Payload, type UserError } from '../errors/user-error.js';
import { Input } from '../watching/mutation-inputs.js';
import { CaseConflict, Settlement } from './case-conflict.js';

/** Input of `settleConflict`. */
@InputType({ description: 'Which conflict, and what was found.' })
export class SettleConflictInput extends Input {
  @Field(() => ID, { description: 'Its id.' })
  readonly conflict!: string;

  @Field(() => Settlement, { description: 'What the two cases are.' })
  readonly as!: keyof typeof Settlement;

  @Field(() => String, { nullable: true, description: 'Why; 200 characters at most.' })
  readonly reason?: string | null;
}

/** What `settleConflict` answers. */
@ObjectType({ implements: Payload, simpleResolvers: true, description: 'The conflict as it is now.' })
export class CaseConflictPayload implements Payload {
  readonly clientMutationId!: string | null;
  readonly userErrors!: readonly UserError[];

  @Field(() => CaseConflict, { nullable: true, description: 'The conflict; `null` where nothing was done.' })
  readonly conflict!: CaseConflict | null;
}
