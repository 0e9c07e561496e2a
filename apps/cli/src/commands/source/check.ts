import { VigilError } from '@vigil/errors';
import { runChecks } from '@vigil/source-lab';
import type { Command } from 'commander';
import path from 'node:path';
import { openWorkbench } from '../../sourcing/workbench.js';
import { table } from '../../terminal/table.js';
import type { World } from '../../world.js';
import { examples } from '../examples.js';

/** `vigil source check` */
export function checkSource(command: Command, { terminal }: World): void {
  command
    .description('Check what is asked of every Source, S01 to S14')
    .argument('<id>', 'a Source')
    .addHelpText('after', examples('vigil source check cmecf-rss'))
    .action(async (id: string) => {
      const { source, folder, specimens } = await openWorkbench(id);
      const results = runChecks({ source, folder: path.basename(folder), specimens });
      const texts = table(
        results.map(({ check, state, details }) => [
          check.id,
          check.level,
          state,
          [check.title, ...details.map((detail) => `    ${detail}`)].join('\n'),
        ]),
      );
      terminal.showAll(
        results.map(({ check: { id: checkId, level, title }, state, details }, n) => [
          { check: checkId, level, title, state, details },
          texts[n]!,
        ]),
      );
      const failed = results.filter(({ state, check }) => state === 'FAILED' && check.level !== 'MAY').length;
      if (failed > 0) throw new VigilError('SOURCE_FAILED', `${failed} of ${results.length} checks`);
    });
}
