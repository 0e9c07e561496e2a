import { casesById, listConflicts, type CaseRow, type ConflictRow } from '@vigil/db';
import type { Command } from 'commander';
import { withHouse } from '../../house/with-house.js';
import { momentText } from '../../terminal/time-text.js';
import type { World } from '../../world.js';
import { examples } from '../examples.js';

const pageSize = 100;

/** `vigil conflict list` */
export function listConflictsCommand(parent: Command, world: World): void {
  parent
    .command('list')
    .description('Tell which cases may be one, or two, and wait for a person to say so')
    .option('--all', 'also those that are settled')
    .addHelpText('after', examples('vigil conflict list', 'vigil conflict list --all --json'))
    .action(({ all = false }: { readonly all?: boolean }) =>
      withHouse(world, async ({ db }) => {
        let after: { readonly openedAt: string; readonly id: string } | undefined;
        for (let count = 0, more = true; more;) {
          const page = await listConflicts(db, {
            ...(all ? {} : { settled: false }),
            limit: pageSize,
            ...(after && { after }),
          });
          const cases = await casesById(
            db,
            page.conflicts.flatMap(({ caseId, otherId }) => [caseId, otherId]),
          );
          world.terminal.showAll(
            page.conflicts.map((row, i) => [row, textOf(row, cases[2 * i]!, cases[2 * i + 1]!)] as const),
          );
          count += page.conflicts.length;
          if (count === 0) world.terminal.note('No case contradicts another.');
          after = page.conflicts.at(-1);
          more = page.hasMore;
        }
      }),
    );
}

function textOf(row: ConflictRow, holder: CaseRow, apart: CaseRow): string {
  const state =
    row.settledAt === null ? 'open' : `${row.settledAs!.toLowerCase()}${row.reason === null ? '' : `: ${row.reason}`}`;
  const name = ({ docketNumber, printedNumber, caption }: CaseRow): string =>
    `${docketNumber ?? printedNumber ?? ''} ${caption ?? ''}`.trim();
  const since = momentText(row.openedAt, 'utc');
  return `${row.id}  ${since}  ${row.courtId} ${row.pacerCaseId}: ${name(holder)}  |  ${name(apart)}  (${state})`;
}
