import type { WatchRow } from '@vigil/db';
import { Field, ObjectType } from 'type-graphql';
import { toGlobalId } from '../identity/global-id.js';
import { Node } from '../identity/node.js';
import { DurationScalar } from '../scalars/duration.js';
import { InstantScalar } from '../scalars/instant.js';

/** The GraphQL face of a Watch. */
@ObjectType({ implements: Node, simpleResolvers: true, description: 'Your interest in a target.' })
export class Watch implements Node {
  readonly id: string;

  @Field(() => String, { nullable: true, description: 'Your own name for it.' })
  readonly label: string | null;

  @Field(() => DurationScalar, {
    nullable: true,
    description:
      'How often you wish the target to be looked at; `null` is the source’s own pace. The shortest wish of all counts: see `target.every`.',
  })
  readonly every: number | null;

  @Field(() => InstantScalar, { nullable: true, description: 'Since when it is paused; `null` while it is not.' })
  readonly pausedAt: string | null;

  @Field(() => InstantScalar, { nullable: true, description: 'When it was removed; `null` while it is not.' })
  readonly removedAt: string | null;

  @Field(() => InstantScalar, { description: 'When it was made.' })
  readonly createdAt: string;

  constructor(readonly row: WatchRow) {
    this.id = toGlobalId('Watch', row.id);
    this.label = row.label;
    this.every = row.everyMs;
    this.pausedAt = row.pausedAt;
    this.removedAt = row.removedAt;
    this.createdAt = row.createdAt;
  }
}
