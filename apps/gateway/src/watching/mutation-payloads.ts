import { Field, ObjectType } from 'type-graphql';
import { Payload, type UserError } from '../errors/user-error.js';
import { Target } from './target.js';
import { Watch } from './watch.js';

/** What the mutations of a Watch answer. */
@ObjectType({ implements: Payload, simpleResolvers: true, description: 'The watch as it is now.' })
export class WatchPayload implements Payload {
  readonly clientMutationId!: string | null;
  readonly userErrors!: readonly UserError[];

  @Field(() => Watch, { nullable: true, description: 'The watch; `null` where nothing was done.' })
  readonly watch!: Watch | null;
}

/** What `quarantineTarget` and `releaseTarget` answer. */
@ObjectType({ implements: Payload, simpleResolvers: true, description: 'The target as it is now.' })
export class TargetPayload implements Payload {
  readonly clientMutationId!: string | null;
  readonly userErrors!: readonly UserError[];

  @Field(() => Target, { nullable: true, description: 'The target; `null` where nothing was done.' })
  readonly target!: Target | null;
}

/** What `checkNow` answers. */
@ObjectType({ implements: Payload, simpleResolvers: true, description: 'The target that will be looked at.' })
export class CheckNowPayload implements Payload {
  readonly clientMutationId!: string | null;
  readonly userErrors!: readonly UserError[];

  @Field(() => Target, { nullable: true, description: 'The target; `null` where nothing was done.' })
  readonly target!: Target | null;

  @Field(() => Boolean, {
    description: 'Whether a look was put in line: false where one was in line or under way already.',
  })
  readonly queued!: boolean;
}
