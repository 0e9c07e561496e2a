import type { TargetRow } from '@vigil/db';
import { VigilError } from '@vigil/errors';
import { GraphQLJSON } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { Problem } from '../errors/problem.js';
import type { Loaders } from '../context/loaders.js';
import { idsOf, toGlobalId } from '../identity/global-id.js';
import { Node } from '../identity/node.js';
import { DurationScalar } from '../scalars/duration.js';
import { InstantScalar } from '../scalars/instant.js';

/** The GraphQL face of a Target. */
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'One thing to look at, such as the feed of a court. It is looked at once, however many want it.',
})
export class Target implements Node {
  readonly id: string;

  @Field(() => String, { description: 'How it is looked at: the id of a source (`cmecf-rss`).' })
  readonly source: string;

  @Field(() => String, { description: 'What it is, in one line.' })
  readonly title: string;

  @Field(() => GraphQLJSON, { description: 'The parameters that the source takes.' })
  readonly params: unknown;

  @Field(() => DurationScalar, {
    nullable: true,
    description: 'How often it is looked at; `null` where nobody watches it.',
  })
  readonly every: number | null;

  @Field(() => InstantScalar, { nullable: true, description: 'When Vigil last tried.' })
  readonly lastCheckedAt: string | null;

  @Field(() => InstantScalar, { nullable: true, description: 'When Vigil last saw it.' })
  readonly lastSucceededAt: string | null;

  @Field(() => Int, { description: 'Failures since then.' })
  readonly failures: number;

  @Field(() => Problem, { nullable: true, description: 'Why the last try failed; `null` where it did not.' })
  readonly error: Problem | null;

  constructor(readonly row: TargetRow) {
    this.id = toGlobalId('Target', row.id);
    this.source = row.source;
    this.title = row.title;
    this.params = row.params;
    this.every = row.everyMs;
    this.lastCheckedAt = row.lastCheckedAt;
    this.lastSucceededAt = row.lastSucceededAt;
    this.failures = row.failures;
    this.error = row.errorCode === null ? null : new Problem(row.errorCode);
  }
}

/** The Target of a global id. Throws NOT_FOUND, of the input's member `target`. */
export async function findTarget(id: string, { targets }: Pick<Loaders, 'targets'>): Promise<TargetRow> {
  const ids = idsOf('Target', id);
  const row = ids && (await targets.load(ids[0]));
  if (!row) throw new VigilError('NOT_FOUND', 'there is no such target', { details: { field: 'target' } });
  return row;
}
