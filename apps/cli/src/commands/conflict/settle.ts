import { conflictById, settleConflict, type Settlement } from '@vigil/db';
import { VigilError } from '@vigil/errors';
import { Argument, type Command } from 'commander';
import { withHouse } from '../../house/with-house.js';
import { isId } from '../../watching/is-id.js';
import type { World } from '../../world.js';
import { examples } from '../examples.js';

/** `vigil conflict settle` */
export function settleConflictCommand(parent: Command, world: World): void {
  parent
    .command('settle')
    .description('Say what two cases are, once and for ever: the same, or distinct')
    .argument('<id>', 'the id of a conflict')
    .addArgument(new Argument('<finding>', 'what they are').choices(['same', 'distinct']))
    .option('--why <text>', 'the reason, which is kept with it')
    .addHelpText('after', examples('vigil conflict settle 0b5… same --why "The clerk says so"'))
    .action((id: string, finding: string, { why }: { readonly why?: string }) =>
      withHouse(world, async ({ db }) => {
        if (!isId(id)) throw new VigilError('NOT_FOUND', `no conflict ${id}`);
        const as = finding.toUpperCase() as Settlement;
        const changes = await settleConflict(db, id, { as, reason: why ?? null });
        const row = (await conflictById(db, id))!;
        world.terminal.show({ ...row, changes }, as === 'SAME' ? `One case, ${changes} Changes` : 'Two cases');
      }),
    );
}
