import { GraphQLJSON } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import { DurationScalar } from '../scalars/duration.js';

/** The member by which a repeated mutation is known. */
@InputType({ description: 'What every mutation takes.' })
export abstract class Input {
  @Field(() => String, {
    nullable: true,
    description:
      'A text of your choice. A mutation that is sent again with the same text is answered again, and not done again.',
  })
  readonly clientMutationId?: string | null;
}

/** A Source and its parameters. */
@InputType({ description: 'A source and what it takes.' })
export class SourceInput {
  @Field(() => String, { description: 'The source’s id, such as `cmecf-rss`.' })
  readonly id!: string;

  @Field(() => GraphQLJSON, { description: 'Its parameters, such as `{court: "cacd"}`.' })
  readonly params!: unknown;
}

/** Exactly one way to name a Target. */
@InputType({ description: 'Exactly one way to say what to look at.' })
export class TargetBy {
  @Field(() => String, { nullable: true, description: 'The feed of this court (`cacd`).' })
  readonly court?: string;

  @Field(() => SourceInput, { nullable: true, description: 'Anything that a source can look at.' })
  readonly source?: SourceInput;
}

/** Input of `addWatch`. */
@InputType({ description: 'What to watch, and how.' })
export class AddWatchInput extends Input {
  @Field(() => TargetBy, { description: 'What to look at.' })
  readonly target!: TargetBy;

  @Field(() => String, { nullable: true, description: 'Your own name for it; 200 characters at most.' })
  readonly label?: string | null;

  @Field(() => DurationScalar, {
    nullable: true,
    description:
      'How often you wish it to be looked at; the source’s own pace where it is not given. Each source has a limit that is never passed.',
  })
  readonly every?: number | null;
}

/** Input of the mutations of one Watch. */
@InputType({ description: 'Which watch.' })
export class WatchInput extends Input {
  @Field(() => ID, { description: 'Its id.' })
  readonly watch!: string;
}

/** Input of `quarantineTarget`. */
@InputType({ description: 'Which target, and why.' })
export class QuarantineTargetInput extends Input {
  @Field(() => ID, { description: 'Its id.' })
  readonly target!: string;

  @Field(() => String, { description: 'The reason, which Coverage shows; 200 characters at most.' })
  readonly why!: string;
}

/** Input of `releaseTarget`. */
@InputType({ description: 'Which target.' })
export class ReleaseTargetInput extends Input {
  @Field(() => ID, { description: 'Its id.' })
  readonly target!: string;
}

/** Input of `checkNow`. */
@InputType({ description: 'Which target.' })
export class CheckNowInput extends Input {
  @Field(() => ID, { description: 'Its id.' })
  readonly target!: string;
}
