import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { VigilError } from '@vigil/errors';
import { goldenText, outcomeOf } from '@vigil/source-lab';
import type { Command } from 'commander';
import { openWorkbench } from '../../sourcing/workbench.js';
import type { World } from '../../world.js';
import { examples } from '../examples.js';
import { differenceOf } from '../../sourcing/difference.js';

/** `vigil source test` */
export function testSource(command: Command, { terminal }: World): void {
  command
    .description('Read its specimens, and compare with what was reviewed')
    .argument('<id>', 'a Source')
    .option('--accept', 'what is read now is right: write it to expected.json')
    .addHelpText('after', examples('vigil source test cmecf-rss', 'vigil source test cmecf-rss --accept'))
    .action(async (id: string, { accept = false }: { readonly accept?: boolean }) => {
      const { source, specimens } = await openWorkbench(id);
      let failed = 0;
      for (const specimen of specimens) {
        const outcome = outcomeOf(source, specimen);
        if ('error' in outcome) {
          failed += 1;
          const { code, message } = outcome.error;
          terminal.show(
            { specimen: specimen.name, state: 'FAILED', code, message },
            `${specimen.name}  ${code}: ${message}`,
          );
          continue;
        }
        const text = goldenText(outcome.reading);
        const { statements, skipped } = outcome.reading;
        const counts = { specimen: specimen.name, statements: statements.length, skipped: skipped.length };
        const read = `${specimen.name}  ${statements.length} statements, ${skipped.length} skipped`;
        if (text === specimen.expected) {
          terminal.show({ ...counts, state: 'PASSED' }, `${read}, as reviewed`);
        } else if (accept) {
          await writeFile(path.join(specimen.folder, 'expected.json'), text);
          terminal.show({ ...counts, state: 'ACCEPTED' }, `${read}: accepted`);
        } else {
          failed += 1;
          const difference = specimen.expected === null ? text.trimEnd() : differenceOf(specimen.expected, text);
          const why = specimen.expected === null ? 'not reviewed yet' : 'not as reviewed';
          terminal.show({ ...counts, state: 'FAILED', why, difference }, `${read}: ${why}\n${difference}`);
        }
      }
      if (failed > 0)
        throw new VigilError(
          'SOURCE_FAILED',
          `${failed} of ${specimens.length} specimens; where what is shown is right: vigil source test ${id} --accept`,
        );
    });
}
