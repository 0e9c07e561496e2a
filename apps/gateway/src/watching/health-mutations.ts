import { askRelease, databaseClock, quarantine, type TargetRow } from '@vigil/db';
import { VigilError } from '@vigil/errors';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context/context.js';
import { withUserErrors } from '../errors/user-error.js';
import { QuarantineTargetInput, ReleaseTargetInput } from './mutation-inputs.js';
import { TargetPayload } from './mutation-payloads.js';
import type { MutationInput } from './recent-mutations.js';
import { findTarget, Target } from './target.js';

const input = { description: 'What is asked.' };
const longestReason = 200;

/** What a person decides of what readers are told. */
@Resolver()
export class HealthMutations {
  @Mutation(() => TargetPayload, {
    description:
      'Keeps what a target shows from readers until it is released; it is looked at and archived all the same.',
  })
  quarantineTarget(
    @Arg('input', () => QuarantineTargetInput, input) asked: QuarantineTargetInput,
    @Ctx() context: Context,
  ): Promise<TargetPayload> {
    return answer('quarantineTarget', asked, context, async () => {
      const why = asked.why.trim();
      if (why === '' || why.length > longestReason)
        throw new VigilError('BAD_INPUT', `why: wants a reason of ${longestReason} characters at most`, {
          details: { field: 'why' },
        });
      const row = await findTarget(asked.target, context.loaders);
      const since = new Date((await databaseClock(context.db, Date.now)).now()).toISOString();
      await quarantine(context.db, [row.id], { since, by: 'PERSON', findings: [{ monitor: 'person', why }] });
      return row;
    });
  }

  @Mutation(() => TargetPayload, {
    description:
      'Tells readers what was kept from them, in the order in which it was seen: the next look does it, which is asked for.',
  })
  releaseTarget(
    @Arg('input', () => ReleaseTargetInput, input) asked: ReleaseTargetInput,
    @Ctx() context: Context,
  ): Promise<TargetPayload> {
    return answer('releaseTarget', asked, context, async () => {
      const row = await findTarget(asked.target, context.loaders);
      if ((await askRelease(context.db, [row.id])).length === 0)
        throw new VigilError('BAD_INPUT', 'the target is not kept from readers', { details: { field: 'target' } });
      await context.checkNow(row.id);
      return row;
    });
  }
}

function answer(
  mutation: string,
  asked: MutationInput,
  { recent, organisationId, loaders }: Context,
  run: () => Promise<TargetRow>,
): Promise<TargetPayload> {
  return recent.once({ mutation, organisationId }, asked, async () => {
    const { done, userErrors } = await withUserErrors(run);
    if (done) loaders.health.clear(done.id);
    return { clientMutationId: asked.clientMutationId ?? null, userErrors, target: done && new Target(done) };
  });
}
