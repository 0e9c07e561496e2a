import { examine, type Examined } from '@vigil/intake';
import type { Normal } from '@vigil/source-kit';
import type { Command } from 'commander';
import { withHouse } from '../../house/with-house.js';
import { table } from '../../terminal/table.js';
import { momentText } from '../../terminal/time-text.js';
import type { World } from '../../world.js';
import { examples } from '../examples.js';

/** `vigil source health` */
export function sourceHealth(command: Command, world: World): void {
  command
    .description('Say of all that is watched whether it is seen, silent, overdue, or kept from readers')
    .argument('[id]', 'a Source; all of them where absent')
    .option('--troubled', 'only what something is wrong with')
    .addHelpText('after', examples('vigil source health', 'vigil source health cmecf-rss --troubled --json'))
    .action((id: string | undefined, { troubled = false }: { readonly troubled?: boolean }) =>
      withHouse(world, async ({ db }) => {
        // Loaded now: other commands of `vigil source` build the Sources anew before.
        const { sourceById, sources } = await import('@vigil/sources');
        if (id !== undefined) sourceById(id);
        const all = await examine({ db, sources, now: Date.now }, id);
        const shown = troubled ? all.filter(({ troubles }) => troubles.length > 0) : all;
        const texts = table(shown.map(textOf));
        world.terminal.showAll(shown.map((examined, index) => [recordOf(examined), texts[index]!]));
        if (shown.length === 0)
          world.terminal.note(all.length === 0 ? 'Nothing is watched.' : 'Nothing is wrong with what is watched.');
      }),
    );
}

function textOf({ target, health, troubles }: Examined): readonly string[] {
  const state = troubles.map(({ kind, since, why }) => `${kind} since ${momentText(since, 'utc')} (${why})`).join('; ');
  const news = health.newsAt === null ? 'no news yet' : `news ${momentText(health.newsAt, 'utc')}`;
  return [target.id, target.title, news, state === '' ? 'well' : state];
}

function recordOf({ target, health, troubles }: Examined): object {
  const { id: targetId, source, courtId: court, title, everyMs, lastCheckedAt, lastSucceededAt } = target;
  const { newsAt, haste, quarantine } = health;
  const readings = (health.normal as Normal | null)?.readings ?? 0;
  return {
    targetId,
    source,
    court,
    title,
    everyMs,
    lastCheckedAt,
    lastSucceededAt,
    newsAt,
    haste,
    readings,
    quarantine,
    troubles,
  };
}
