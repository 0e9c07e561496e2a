import { addWatch, localOrganisationId, targetsById } from '@vigil/db';
import { VigilError } from '@vigil/errors';
import type { Command } from 'commander';
import { sourceById } from '@vigil/sources';
import { withHouse } from '../../house/with-house.js';
import { defaultSource, nameTarget } from '../../watching/target-name.js';
import { watchRecord, watchText } from '../../watching/watch-view.js';
import type { World } from '../../world.js';
import { examples } from '../examples.js';
import { parameter, span } from '../option-values.js';

interface Options {
  readonly source: string;
  readonly court?: string;
  readonly case?: string;
  readonly param?: Readonly<Record<string, string>>;
  readonly every?: number;
  readonly label?: string;
}

/** `vigil watch add` */
export function addWatchCommand(parent: Command, world: World): void {
  parent
    .command('add')
    .description('Watch a court; watching it again changes the pace or the label')
    .argument('[court]', 'short for --court')
    .option('--source <id>', 'how to look, see `vigil sources`', defaultSource)
    .option('--court <id>', 'what to look at, see `vigil courts --feed`')
    .option('--case <id>', 'the court’s own id of a case, for Sources of one case')
    .option('--param <name=value>', 'any other parameter of the Source; may be given several times', parameter)
    .option('--every <span>', 'how often, such as 5m; the Source’s own pace where absent', span)
    .option('--label <text>', 'your own name for it')
    .addHelpText(
      'after',
      examples(
        'vigil watch add cacd',
        'vigil watch add --source cmecf-rss --court cacd --every 10m --label "Santa Ana"',
        'vigil watch add cacd --source courtlistener --param docket=90000123 --param docketNumber=8:26-cv-90017',
        'vigil watch add njd --source cmecf-docket --case 365922   # by a simulator: live ones are opened by a person',
      ),
    )
    .action(
      async (
        argument: string | undefined,
        { source, court = argument, case: caseId, param, every, label }: Options,
      ) => {
        if (court === undefined && source === defaultSource)
          throw new VigilError('BAD_INPUT', 'which court? `vigil courts --feed` lists them');
        if (argument !== undefined && argument !== court)
          throw new VigilError('BAD_INPUT', `two courts are named: ${argument} and ${court}`);
        const name = nameTarget(sourceById(source), {
          ...param,
          ...(court !== undefined && { court }),
          ...(caseId !== undefined && { caseId }),
        });
        await withHouse(world, async ({ db }) => {
          const watch = await addWatch(db, localOrganisationId, {
            ...name,
            label: label ?? null,
            everyMs: every ?? null,
          });
          const [target] = await targetsById(db, [watch.targetId]);
          const view = { watch, target: target! };
          world.terminal.show(watchRecord(view), `Watching ${watchText(view)}  ${watch.id}`);
        });
      },
    );
}
