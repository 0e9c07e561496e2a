import { conflictById } from '@vigil/db';
import { VigilError } from '@vigil/errors';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { Case } from '../cases/case.js';
import { largestPage } from '../connection/page-window.js';
import { CaseConflict } from '../conflicts/case-conflict.js';
import type { Context } from '../context/context.js';
import { nodesAsked } from '../cost/estimates.js';
import { Court } from '../courts/court.js';
import { findCourt } from '../courts/find-courts.js';
import { toEvent } from '../events/to-event.js';
import { Target } from '../watching/target.js';
import { Watch } from '../watching/watch.js';
import { fromGlobalId, type NodeKey, type NodeName } from './global-id.js';
import { Node } from './node.js';

/** Anything by its id. */
@Resolver()
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description:
      'Anything by its id. The id of an event that proved to be another’s leads to that one. `null` where there is nothing, or nothing that is yours to see.',
  })
  node(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() context: Context): Promise<Node | null> {
    return findNode(id, context);
  }

  @Query(() => [Node], {
    nullable: 'items',
    complexity: nodesAsked,
    description: `As \`node\`, for several ids, in the order asked. ${largestPage} at most.`,
  })
  nodes(
    @Arg('ids', () => [ID], { description: 'Their ids.' }) ids: readonly string[],
    @Ctx() context: Context,
  ): Promise<readonly (Node | null)[]> {
    if (ids.length > largestPage) throw new VigilError('BAD_INPUT', `\`ids\` names more than ${largestPage}`);
    return Promise.all(ids.map((id) => findNode(id, context)));
  }
}

async function findNode(id: string, context: Context): Promise<Node | null> {
  const key = fromGlobalId(id);
  return (key && (await finders[key.type](key.ids, context))) ?? null;
}

type Finder = (ids: NodeKey['ids'], context: Context) => Promise<Node | null | undefined>;

const finders: Readonly<Record<NodeName, Finder>> = {
  Event: async ([caseId, id], { loaders }) => {
    const row = await loaders.events.load({ caseId, id: id! });
    return row && toEvent(row);
  },
  Case: async ([id], { loaders }) => {
    const row = await loaders.cases.load(id);
    return row && new Case(row);
  },
  CaseConflict: async ([id], { db }) => {
    const row = await conflictById(db, id);
    return row && new CaseConflict(row);
  },
  Court: async ([code]) => {
    const court = findCourt(code);
    return court && new Court(court);
  },
  Target: async ([id], { loaders }) => {
    const row = await loaders.targets.load(id);
    return row && new Target(row);
  },
  Watch: async ([id], { loaders }) => {
    const row = await loaders.watches.load(id);
    return row && new Watch(row);
  },
};
