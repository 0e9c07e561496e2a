import { coverageOf, type CoverageRow, type TargetRow } from '@vigil/db';
import type { Command } from 'commander';
import { withHouse } from '../house/with-house.js';
import { table } from '../terminal/table.js';
import { momentText } from '../terminal/time-text.js';
import { viewWatches } from '../watching/watch-view.js';
import type { World } from '../world.js';
import { examples } from './examples.js';
import { courtIds } from './option-values.js';

/** Of each Target so many intervals are looked at, the latest. */
const intervals = 50;

/** `vigil coverage` */
export function coverage(command: Command, world: World): void {
  command
    .option('--court <id>', 'of this court; may be given several times', courtIds)
    .option('--all', 'also times that Vigil could see, and blindness that it made up for')
    .addHelpText('after', examples('vigil coverage', 'vigil coverage --court cacd --all --json'))
    .action(({ court, all = false }: { readonly court?: readonly string[]; readonly all?: boolean }) =>
      withHouse(world, async ({ db }) => {
        const watched = (await viewWatches(db)).map(({ target }) => target);
        const targets = watched.filter(({ courtId }) => court?.includes(courtId ?? '') ?? true);
        const found = await coverageOf(
          db,
          targets.map(({ id }) => id),
          intervals,
        );
        const told = targets.flatMap((target, index) =>
          found[index]!.filter((row) => all || (row.state === 'BLIND' && row.recovered !== true)).map(
            (row) => [target, row] as const,
          ),
        );
        const texts = table(told.map(([target, row]) => textOf(target, row)));
        world.terminal.showAll(told.map(([target, row], index) => [recordOf(target, row), texts[index]!]));
        const unseen = targets.filter((_target, index) => found[index]!.length === 0);
        for (const { title } of unseen) world.terminal.note(`${title}: not looked at yet`);
        if (told.length === 0 && unseen.length === 0)
          world.terminal.note(
            targets.length === 0 ? 'Nothing is watched.' : 'Vigil sees all that is watched, and missed nothing.',
          );
      }),
    );
}

function textOf(
  { title }: TargetRow,
  { state, reason, message, fromAt, toAt, recovered }: CoverageRow,
): readonly string[] {
  const until = toAt === null ? 'now' : momentText(toAt, 'utc');
  const lost =
    state === 'BLIND' && toAt !== null ? (recovered === true ? 'made up for' : 'may have missed something') : '';
  const why = [reason, message].filter((part) => part !== null).join(': ');
  return [title, state === 'BLIND' ? 'blind' : 'seeing', `${momentText(fromAt, 'utc')} to ${until}`, lost, why];
}

function recordOf(target: TargetRow, { state, reason, message, fromAt, toAt, recovered }: CoverageRow): object {
  const { id: targetId, source, courtId: court, title } = target;
  return { targetId, source, court, title, state, reason, message, fromAt, toAt, recovered };
}
