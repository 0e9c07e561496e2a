import { addWatch, changeWatch, type WatchRow, type WatchStep } from '@vigil/db';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context/context.js';
import { at, withUserErrors } from '../errors/user-error.js';
import { idsOf } from '../identity/global-id.js';
import { AddWatchInput, CheckNowInput, WatchInput } from './mutation-inputs.js';
import { CheckNowPayload, WatchPayload } from './mutation-payloads.js';
import { readWish } from './read-wish.js';
import type { MutationInput } from './recent-mutations.js';
import { findTarget, Target } from './target.js';
import { Watch } from './watch.js';

/** The id of no Watch: a text that is no id is answered as an id of nothing is. */
const nobody = '00000000-0000-0000-0000-000000000000';
const input = { description: 'What is asked.' };

/** What can be done to Watches and Targets. */
@Resolver()
export class WatchingMutations {
  @Mutation(() => WatchPayload, {
    description: 'Watches something. What is watched already gets the new label and pace, and is no second watch.',
  })
  addWatch(
    @Arg('input', () => AddWatchInput, input) asked: AddWatchInput,
    @Ctx() context: Context,
  ): Promise<WatchPayload> {
    const { db, organisationId, sources } = context;
    return answer('addWatch', asked, context, async () => addWatch(db, organisationId, await readWish(sources, asked)));
  }

  @Mutation(() => WatchPayload, { description: 'Stops to look, until it is resumed.' })
  pauseWatch(@Arg('input', () => WatchInput, input) asked: WatchInput, @Ctx() context: Context): Promise<WatchPayload> {
    return change('pause', asked, context);
  }

  @Mutation(() => WatchPayload, { description: 'Looks again.' })
  resumeWatch(
    @Arg('input', () => WatchInput, input) asked: WatchInput,
    @Ctx() context: Context,
  ): Promise<WatchPayload> {
    return change('resume', asked, context);
  }

  @Mutation(() => WatchPayload, { description: 'Stops to look for good. What was seen stays in the timeline.' })
  removeWatch(
    @Arg('input', () => WatchInput, input) asked: WatchInput,
    @Ctx() context: Context,
  ): Promise<WatchPayload> {
    return change('remove', asked, context);
  }

  @Mutation(() => CheckNowPayload, {
    description:
      'Looks at a target as soon as possible, as politely as ever: a publisher that asked to wait is not asked before.',
  })
  checkNow(
    @Arg('input', () => CheckNowInput, input) asked: CheckNowInput,
    @Ctx() context: Context,
  ): Promise<CheckNowPayload> {
    const { recent, organisationId } = context;
    return recent.once({ mutation: 'checkNow', organisationId }, asked, async () => {
      const { done, userErrors } = await withUserErrors(() => queueCheck(asked, context));
      const { target = null, queued = false } = done ?? {};
      return { clientMutationId: asked.clientMutationId ?? null, userErrors, target, queued };
    });
  }
}

async function queueCheck(
  { target }: CheckNowInput,
  { loaders, checkNow }: Context,
): Promise<{ target: Target; queued: boolean }> {
  const row = await findTarget(target, loaders);
  const { queued } = await checkNow(row.id);
  return { target: new Target(row), queued };
}

function change(step: WatchStep, asked: WatchInput, context: Context): Promise<WatchPayload> {
  const { db, organisationId } = context;
  const [id] = idsOf('Watch', asked.watch) ?? [nobody];
  return answer(`${step}Watch`, asked, context, () => at('watch', () => changeWatch(db, organisationId, id, step)));
}

function answer(
  mutation: string,
  asked: MutationInput,
  { recent, organisationId }: Context,
  run: () => Promise<WatchRow>,
): Promise<WatchPayload> {
  return recent.once({ mutation, organisationId }, asked, async () => {
    const { done, userErrors } = await withUserErrors(run);
    return { clientMutationId: asked.clientMutationId ?? null, userErrors, watch: done && new Watch(done) };
  });
}
