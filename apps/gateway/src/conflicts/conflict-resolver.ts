import { conflictById, settleConflict } from '@vigil/db';
import { VigilError } from '@vigil/errors';
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Case } from '../cases/case.js';
import { ForwardPageArgs } from '../connection/page-args.js';
import type { Context } from '../context/context.js';
import { page } from '../cost/estimates.js';
import { at, withUserErrors } from '../errors/user-error.js';
import { idsOf } from '../identity/global-id.js';
import { CaseConflict } from './case-conflict.js';
import { CaseConflictConnection } from './conflict-connection.js';
import { readConflicts } from './read-conflicts.js';
import { CaseConflictPayload, SettleConflictInput } from './settle-conflict.js';

const longestReason = 200;

/** Conflicts of Cases, and what a person says of them. */
@Resolver(() => CaseConflict)
export class ConflictResolver {
  @Query(() => CaseConflictConnection, {
    complexity: page,
    description: 'Evidence that contradicts which case is which, the latest found first.',
  })
  conflicts(
    @Args(() => ForwardPageArgs) args: ForwardPageArgs,
    @Arg('settled', () => Boolean, {
      nullable: true,
      description: 'Only those that are settled, or only those that are open; all where it is not given.',
    })
    settled: boolean | null,
    @Ctx() { db }: Context,
  ): Promise<CaseConflictConnection> {
    return readConflicts(db, settled, args);
  }

  @FieldResolver(() => Case, { description: 'The case that has the id. Once both are one, that one.' })
  async holder(@Root() { row }: CaseConflict, @Ctx() { loaders }: Context): Promise<Case> {
    return new Case((await loaders.cases.load(row.caseId))!);
  }

  @FieldResolver(() => Case, {
    description: 'The case under which what contradicts it is kept. Once both are one, that one.',
  })
  async apart(@Root() { row }: CaseConflict, @Ctx() { loaders }: Context): Promise<Case> {
    return new Case((await loaders.cases.load(row.otherId))!);
  }

  @Mutation(() => CaseConflictPayload, {
    description: 'Says what two cases are, once and for ever. Of two that are the same readers are told at once.',
  })
  settleConflict(
    @Arg('input', () => SettleConflictInput, { description: 'What was found.' }) asked: SettleConflictInput,
    @Ctx() { db, recent, organisationId }: Context,
  ): Promise<CaseConflictPayload> {
    return recent.once({ mutation: 'settleConflict', organisationId }, asked, async () => {
      const { done, userErrors } = await withUserErrors(async () => {
        const id = await at('conflict', () => idOf(asked.conflict));
        const reason = asked.reason?.trim() ?? '';
        if (reason.length > longestReason)
          throw new VigilError('BAD_INPUT', `reason: ${longestReason} characters at most`, {
            details: { field: 'reason' },
          });
        await at('conflict', () => settleConflict(db, id, { as: asked.as, reason: reason === '' ? null : reason }));
        return (await conflictById(db, id))!;
      });
      return {
        clientMutationId: asked.clientMutationId ?? null,
        userErrors,
        conflict: done && new CaseConflict(done),
      };
    });
  }
}

function idOf(conflict: string): string {
  const ids = idsOf('CaseConflict', conflict);
  if (ids === null) throw new VigilError('NOT_FOUND', 'no such conflict');
  return ids[0];
}
