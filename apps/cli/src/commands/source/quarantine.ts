import { databaseClock, healthOf, listTargets, quarantine, type Database, type TargetRow } from '@vigil/db';
import { courtById } from '@vigil/dockets';
import { VigilError } from '@vigil/errors';
import { release } from '@vigil/intake';
import type { Command } from 'commander';
import { openArchiveOf } from '../../house/open-archive.js';
import { withHouse } from '../../house/with-house.js';
import { isId } from '../../watching/is-id.js';
import type { World } from '../../world.js';
import { examples } from '../examples.js';

interface Which {
  readonly court?: string;
}

const what = 'a Source, or the id of one of its Targets';
const ofCourt = 'only what is of this court';

// The Sources are loaded when they are needed: other commands of `vigil source` build them anew before.

/** `vigil source quarantine` */
export function quarantineSource(command: Command, world: World): void {
  command
    .description('Keep what a Source shows from readers; pages are archived all the same')
    .argument('<id>', what)
    .requiredOption('--why <text>', 'the reason, which Coverage shows')
    .option('--court <id>', ofCourt)
    .addHelpText('after', examples('vigil source quarantine cmecf-rss --court cacd --why "The court moves its site"'))
    .action((id: string, { why, court }: Which & { readonly why: string }) =>
      withHouse(world, async ({ db }) => {
        const targets = await findTargets(db, id, court);
        const since = new Date((await databaseClock(db, Date.now)).now()).toISOString();
        const findings = [{ monitor: 'person', why }];
        await quarantine(
          db,
          targets.map((target) => target.id),
          { since, by: 'PERSON', findings },
        );
        for (const target of targets)
          world.terminal.show(
            { targetId: target.id, title: target.title, since, why },
            `Kept from readers: ${target.title}`,
          );
      }),
    );
}

/** `vigil source release` */
export function releaseSource(command: Command, world: World): void {
  command
    .description('Tell readers what was kept from them, in the order in which it was seen')
    .argument('<id>', what)
    .option('--court <id>', ofCourt)
    .addHelpText('after', examples('vigil source release cmecf-rss --court cacd'))
    .action((id: string, { court }: Which) =>
      withHouse(
        world,
        async ({ db, settings, until }) => {
          const { sources } = await import('@vigil/sources');
          const archive = await openArchiveOf(settings, world.env);
          for (const target of await keptOf(db, id, court)) {
            until.throwIfAborted();
            const { told, changes, refused } = await release({ db, archive, sources }, target.id);
            world.terminal.show(
              { targetId: target.id, title: target.title, told, changes, refused },
              `Told: ${target.title}, ${told} pages, ${changes} Changes${refused.length === 0 ? '' : `; not readable: ${refused.join(', ')}`}`,
            );
          }
        },
        { lasting: true },
      ),
    );
}

/** Throws UNKNOWN_SOURCE, UNKNOWN_COURT, and NOT_FOUND where nothing is meant. */
async function findTargets(db: Database, id: string, court: string | undefined): Promise<readonly TargetRow[]> {
  if (!isId(id)) (await import('@vigil/sources')).sourceById(id);
  const courtId = court === undefined ? {} : { courtId: courtById(court).id };
  const all = await listTargets(db, { unwatched: isId(id), ...courtId });
  const found = all.filter((target) => (isId(id) ? target.id === id.toLowerCase() : target.source === id));
  if (found.length === 0) throw new VigilError('NOT_FOUND', `nothing of ${id} is watched`);
  return found;
}

/** Those that are kept from readers. Throws NOT_FOUND where none is. */
async function keptOf(db: Database, id: string, court: string | undefined): Promise<readonly TargetRow[]> {
  const targets = await findTargets(db, id, court);
  const healths = await healthOf(
    db,
    targets.map((target) => target.id),
  );
  const kept = targets.filter((_target, index) => healths[index]!.quarantine !== null);
  if (kept.length === 0) throw new VigilError('NOT_FOUND', `nothing of ${id} is kept from readers`);
  return kept;
}
