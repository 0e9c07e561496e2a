import { parseParams } from '@vigil/source-kit';
import { VigilError } from '@vigil/errors';
import { tryPage } from '@vigil/intake';
import type { Command } from 'commander';
import { withHouse } from '../../house/with-house.js';
import { fetchOnce } from '../../sourcing/fetch-once.js';
import { openWorkbench } from '../../sourcing/workbench.js';
import { table } from '../../terminal/table.js';
import type { World } from '../../world.js';
import { examples } from '../examples.js';

const collect = (pair: string, before: Readonly<Record<string, string>>): Readonly<Record<string, string>> => {
  const [name, ...value] = pair.split('=');
  if (!name || value.length === 0) throw new VigilError('BAD_INPUT', `--param ${pair}: wants name=value`);
  return { ...before, [name]: value.join('=') };
};

/** `vigil source try` */
export function trySource(command: Command, world: World): void {
  command
    .description('Look once, and tell what would change; nothing is recorded')
    .argument('<id>', 'a Source')
    .option('--param <name=value>', 'a parameter of a Watch; again for more', collect, {})
    .addHelpText('after', examples('vigil source try cmecf-rss --param court=cacd'))
    .action(async (id: string, { param }: { readonly param: Readonly<Record<string, string>> }) => {
      const { source } = await openWorkbench(id);
      const params = parseParams(source, param);
      const fetched = await fetchOnce(world, source.plan(params));
      await withHouse(world, async ({ db }) => {
        const { reading, changes } = await tryPage({ db }, source, { params, fetched });
        const { terminal } = world;
        for (const { reason, where } of reading.skipped) terminal.note(`skipped: ${where}: ${reason}`);
        const texts = table(
          changes.map(({ kind, courtId, docketNumber, content }) => [
            kind,
            content?.occurredAt.day ?? '',
            `${courtId} ${docketNumber ?? ''}`,
            content?.headline ?? '',
          ]),
        );
        terminal.showAll(changes.map((change, n) => [change, texts[n]!]));
        const { statements, skipped } = reading;
        terminal.show(
          { statements: statements.length, skipped: skipped.length, changes: changes.length },
          `${statements.length} statements, ${skipped.length} skipped; readers would hear of ${changes.length} ${changes.length === 1 ? 'Change' : 'Changes'}`,
        );
      });
    });
}
