import { Field, ObjectType, registerEnumType } from 'type-graphql';

/** That the replay is over. */
@ObjectType({
  simpleResolvers: true,
  description:
    'Said once, when every change that existed as you subscribed has been told. From here on changes come as they happen.',
})
export class StreamCaughtUp {
  @Field(() => String, {
    description: 'As the cursor of a change: a subscription with `after:` this goes on from here.',
  })
  readonly cursor: string;

  constructor(cursor: string) {
    this.cursor = cursor;
  }
}

const StreamResetReason = { CURSOR_TOO_OLD: 'CURSOR_TOO_OLD' } as const;

registerEnumType(StreamResetReason, {
  name: 'StreamResetReason',
  description: 'Why a stream cannot go on from a cursor.',
  valuesConfig: { CURSOR_TOO_OLD: { description: 'Changes after it are no longer kept.' } },
});

/** That a stream cannot go on from where its follower was. */
@ObjectType({
  simpleResolvers: true,
  description:
    'Said instead of changes where the stream cannot go on from your cursor; nothing follows it. Read the timeline anew, and subscribe after its `feedCursor`.',
})
export class StreamReset {
  @Field(() => StreamResetReason, { description: 'Why.' })
  readonly reason: keyof typeof StreamResetReason;

  constructor(reason: keyof typeof StreamResetReason) {
    this.reason = reason;
  }
}
