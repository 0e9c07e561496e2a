import { addWatch, localOrganisationId, targetsById } from '@vigil/db';
import { VigilError } from '@vigil/errors';
import type { Command } from 'commander';
import { sourceById } from '@vigil/sources';
import { withHouse } from '../../house/with-house.js';
import { defaultSource, nameTarget } from '../../watching/target-name.js';
import { watchRecord, watchText } from '../../watching/watch-view.js';
import type { World } from '../../world.js';
import { examples } from '../examples.js';
import { namedValue, span, type NamedValues } from '../option-values.js';

interface Options {
  readonly source: string;
  readonly court?: string;
  readonly case?: string;
  readonly param?: NamedValues;
  readonly every?: number;
  readonly label?: string;
}

/** `vigil watch add` */
export function addWatchCommand(parent: Command, world: World): void {
  parent
    .command('add')
    .description('Watch a court, or whatever a Source looks at; watching it again changes the pace or the label')
    .argument('[court]', 'short for --court')
    .option('--source <id>', 'how to look, see `vigil sources`', defaultSource)
    .option('--court <id>', 'what to look at, see `vigil courts --feed`')
    .option('--case <id>', 'the court’s own id of a case, for Sources of one case')
    .option(
      '--param <key=value>',
      'what else the Source wants; again for another, and of one key for a list',
      namedValue,
    )
    .option('--every <span>', 'how often, such as 5m; the Source’s own pace where absent', span)
    .option('--label <text>', 'your own name for it')
    .addHelpText(
      'after',
      examples(
        'vigil watch add cacd',
        'vigil watch add --source cmecf-rss --court cacd --every 10m --label "Santa Ana"',
        'vigil watch add cacd --source courtlistener --param docket=90000123 --param docketNumber=8:26-cv-90017',
        'vigil watch add njd --source cmecf-docket --case 365922   # by a simulator: live ones are opened by a person',
        'vigil watch add --source federal-register --param agencies=homeland-security-department --param term=detention',
        'vigil watch add --source page-watch --param url=https://www.example.gov/hours --param select=main --param ignore=nav --param ignore=.share',
      ),
    )
    .action(async (argument: string | undefined, options: Options) => {
      const { source, court = argument, case: caseId, param = new Map(), every, label } = options;
      if (court === undefined && !param.has('court') && source === defaultSource)
        throw new VigilError('BAD_INPUT', 'which court? `vigil courts --feed` lists them');
      if (argument !== undefined && argument !== court)
        throw new VigilError('BAD_INPUT', `two courts are named: ${argument} and ${court}`);
      const named = new Map([
        ...(court === undefined ? [] : [['court', court] as const]),
        ...(caseId === undefined ? [] : [['caseId', caseId] as const]),
      ]);
      const [twice] = [...named.keys()].filter((key) => param.has(key));
      if (twice !== undefined) throw new VigilError('BAD_INPUT', `${twice} is named twice: by --param, too`);
      const name = nameTarget(sourceById(source), Object.fromEntries([...named, ...param]));
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
    });
}
