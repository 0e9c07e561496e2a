import { VigilError } from '@vigil/errors';
import { drill } from '@vigil/source-lab';
import type { Command } from 'commander';
import { openWorkbench } from '../../sourcing/workbench.js';
import { table } from '../../terminal/table.js';
import type { World } from '../../world.js';
import { examples } from '../examples.js';

const wanted = 0.95;
const percent = (share: number): string => `${Math.floor(share * 1_000) / 10} %`;

/** `vigil source drill` */
export function drillSource(command: Command, { terminal }: World): void {
  command
    .description('Change its specimens as publishers do, and see whether anybody would notice')
    .argument('<id>', 'a Source')
    .addHelpText('after', examples('vigil source drill cmecf-rss'))
    .action(async (id: string) => {
      const { source, specimens } = await openWorkbench(id);
      const { results, score, mandatoryScore } = drill(source, specimens);
      const texts = table(results.map(({ verdict, specimen, change, by }) => [verdict, specimen, change, by]));
      terminal.showAll(results.map((result, n) => [result, texts[n]!]));
      terminal.show(
        { score, mandatoryScore },
        `Loud or caught: ${percent(score)} of what does harm (${percent(wanted)} is wanted); ${percent(mandatoryScore)} of empty, challenged, closed and truncated pages (all are wanted)`,
      );
      if (score < wanted || mandatoryScore < 1)
        throw new VigilError('SOURCE_FAILED', 'changes that nobody would hear of: see the lines with SILENT');
    });
}
