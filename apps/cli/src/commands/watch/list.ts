import type { Command } from 'commander';
import { withHouse } from '../../house/with-house.js';
import { table } from '../../terminal/table.js';
import { momentText } from '../../terminal/time-text.js';
import { viewWatches, watchRecord, watchText, type WatchView } from '../../watching/watch-view.js';
import type { World } from '../../world.js';
import { examples } from '../examples.js';

/** `vigil watch list` */
export function listWatchesCommand(parent: Command, world: World): void {
  parent
    .command('list')
    .description('List what is watched, oldest first')
    .addHelpText('after', examples('vigil watch list', 'vigil watch list --json'))
    .action(() =>
      withHouse(world, async ({ db }) => {
        const views = await viewWatches(db);
        const texts = table(views.map((view) => [view.watch.id, watchText(view), stateText(view)]));
        world.terminal.showAll(views.map((view, index) => [watchRecord(view), texts[index]!]));
        if (views.length === 0) world.terminal.note('Nothing is watched. Begin with `vigil watch add cacd`.');
      }),
    );
}

function stateText({ watch, target }: WatchView): string {
  if (watch.pausedAt !== null) return `paused since ${momentText(watch.pausedAt, 'utc')}`;
  if (target.errorCode !== null) return `failing: ${target.errorCode}`;
  return target.lastSucceededAt === null ? 'not seen yet' : `seen ${momentText(target.lastSucceededAt, 'utc')}`;
}
