import { ArgsType, Field, Int } from 'type-graphql';
import { defaultPageSize, largestPage } from './page-window.js';

/** Arguments of a connection that is walked forward. */
@ArgsType()
export class ForwardPageArgs {
  @Field(() => Int, {
    nullable: true,
    description: `The first so many. ${defaultPageSize} unless said; ${largestPage} at most.`,
  })
  readonly first?: number | null;

  @Field(() => String, { nullable: true, description: 'After this cursor: `pageInfo.endCursor` of the page before.' })
  readonly after?: string | null;
}

/** Arguments of a connection that is walked either way. */
@ArgsType()
export class PageArgs extends ForwardPageArgs {
  @Field(() => Int, {
    nullable: true,
    description: `The last so many, instead of \`first\`. ${largestPage} at most.`,
  })
  readonly last?: number | null;

  @Field(() => String, { nullable: true, description: 'Before this cursor: `pageInfo.startCursor` of the page after.' })
  readonly before?: string | null;
}
