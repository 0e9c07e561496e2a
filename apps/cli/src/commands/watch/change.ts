import { changeWatch, localOrganisationId, type WatchStep } from '@vigil/db';
import type { Command } from 'commander';
import { withHouse } from '../../house/with-house.js';
import { findWatches, watchRecord } from '../../watching/watch-view.js';
import type { World } from '../../world.js';
import { examples } from '../examples.js';

const steps: Readonly<Record<WatchStep, { readonly about: string; readonly done: string }>> = {
  pause: { about: 'Look no more for now', done: 'Paused' },
  resume: { about: 'Look again after a pause', done: 'Resumed' },
  remove: { about: 'Stop watching; what was seen stays', done: 'Removed' },
};

/** `vigil watch pause`, `resume` and `remove` */
export function changeWatchCommands(parent: Command, world: World): void {
  for (const step of Object.keys(steps) as WatchStep[]) {
    const { about, done } = steps[step];
    parent
      .command(step)
      .description(about)
      .argument('<watch>', 'the id of a Watch, or a court: then all Watches of that court')
      .addHelpText('after', examples(`vigil watch ${step} cacd`))
      .action((word: string) =>
        withHouse(world, async ({ db }) => {
          for (const { watch, target } of await findWatches(db, word)) {
            const changed = await changeWatch(db, localOrganisationId, watch.id, step);
            world.terminal.show(watchRecord({ watch: changed, target }), `${done} ${target.title}  ${watch.id}`);
          }
        }),
      );
  }
}
