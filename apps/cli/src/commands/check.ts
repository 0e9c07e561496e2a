import { ensureTarget, targetsById, type Database, type TargetRow } from '@vigil/db';
import { VigilError } from '@vigil/errors';
import { createFetcherWith, createHostGate, openMailbox } from '@vigil/fetcher';
import { runCheck } from '@vigil/intake';
import { openGateStore } from '@vigil/queue';
import { credentialsOf, mailAccountOf, userAgent } from '@vigil/settings';
import { canaryOf, sourceById, sources } from '@vigil/sources';
import type { Command } from 'commander';
import { closing } from '../house/closing.js';
import { openArchiveOf } from '../house/open-archive.js';
import { withHouse, type House } from '../house/with-house.js';
import { defaultSource, nameTarget } from '../watching/target-name.js';
import { isId } from '../watching/is-id.js';
import { viewWatches } from '../watching/watch-view.js';
import type { World } from '../world.js';
import { examples } from './examples.js';

const politeIntervalMs = 1_000;

/** `vigil check` */
export function check(command: Command, world: World): void {
  command
    .argument('<what>', 'a court, or the id of a Watch or Target')
    .option('--source <id>', 'how to look at a court, see `vigil sources`', defaultSource)
    .addHelpText('after', examples('vigil check cacd', 'vigil check cacd --json'))
    .action((what: string, { source }: { readonly source: string }) =>
      withHouse(world, async (house) => {
        const target = await findTarget(house.db, what, source);
        const { outcome, changes } = await look(world, house, target);
        world.terminal.show(
          { targetId: target.id, title: target.title, outcome, changes },
          `${target.title}: ${outcome === 'NEWS' ? `news, ${changes} ${changes === 1 ? 'Change' : 'Changes'}` : 'no news'}`,
        );
      }),
    );
}

async function findTarget(db: Database, what: string, source: string): Promise<TargetRow> {
  if (!isId(what)) {
    const id = await ensureTarget(db, nameTarget(sourceById(source), { court: what }));
    return (await targetsById(db, [id]))[0]!;
  }
  const watched = (await viewWatches(db)).find(({ watch }) => watch.id === what.toLowerCase());
  const target = watched?.target ?? (await targetsById(db, [what]))[0];
  if (!target) throw new VigilError('NOT_FOUND', `no Watch or Target ${what}`);
  return target;
}

async function look(
  { env, terminal }: World,
  { db, settings, until }: House,
  target: TargetRow,
): Promise<{ readonly outcome: 'NEWS' | 'NO_NEWS'; readonly changes: number }> {
  return await closing(async (later) => {
    const archive = await openArchiveOf(settings, env);
    const { redisUrl, simulatorUrl, canaryUrl } = settings;
    const onError = ({ message }: Error): void => terminal.note(message);
    const store = await openGateStore({ pool: db.pool, redisUrl, onError });
    later(() => store.close());
    const gate = createHostGate({ minIntervalMs: politeIntervalMs, store, simulated: simulatorUrl !== null });
    const fetcher = createFetcherWith(canaryOf(canaryUrl), {
      userAgent: userAgent(settings),
      via: simulatorUrl,
      gate,
      credentials: credentialsOf(settings),
      limits: { wholeMs: settings.exchangeMs },
    });
    later(() => fetcher.close());
    const account = await mailAccountOf(settings);
    const mailbox = account && openMailbox(account);
    const result = await runCheck({ db, archive, fetcher, mailbox, sources, now: Date.now }, target.id, until);
    if (result.outcome === 'FAILED') throw result.error;
    if (result.outcome === 'NOT_YET') {
      const seconds = Math.ceil(result.waitMs / 1_000);
      throw new VigilError('FETCH_RATE_LIMITED', `the publisher asked not to be asked for another ${seconds} s`, {
        retryAfterMs: result.waitMs,
      });
    }
    return result;
  });
}
