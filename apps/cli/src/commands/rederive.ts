import type { Correction } from '@vigil/db';
import { VigilError } from '@vigil/errors';
import { rederive, type RederivedTarget } from '@vigil/intake';
import { sourceById, sources } from '@vigil/sources';
import { whatChanged } from '@vigil/timeline';
import type { Command } from 'commander';
import { openArchiveOf } from '../house/open-archive.js';
import { withHouse } from '../house/with-house.js';
import type { World } from '../world.js';
import { examples } from './examples.js';
import { dateOrInstant } from './option-values.js';

interface Options {
  readonly source?: string;
  readonly since?: string;
  readonly dryRun?: boolean;
}

/** `vigil rederive` */
export function rederiveCommand(command: Command, world: World): void {
  command
    .option('--source <id>', 'only what this Source reads, see `vigil sources`')
    .option('--since <date>', 'only pages from this day or instant on', dateOrInstant)
    .option('--dry-run', 'tell what would change, and change nothing')
    .addHelpText(
      'after',
      examples('vigil rederive --dry-run', 'vigil rederive --source cmecf-docket --since 2026-11-01 --json'),
    )
    .action(({ source, since, dryRun = false }: Options) =>
      withHouse(
        world,
        async ({ db, settings, until }) => {
          const only = source === undefined ? undefined : sourceById(source).id;
          const archive = await openArchiveOf(settings, world.env);
          let [captures, corrections, unreadable] = [0, 0, 0];
          const onProgress: NonNullable<Parameters<typeof rederive>[1]['onProgress']> = ({ title }, count) =>
            world.terminal.note(count === 0 ? title : `${title}: ${count} pages`);
          const asked = { source: only, since, dryRun, onProgress, signal: until };
          for await (const done of rederive({ db, archive, sources }, asked)) {
            captures += done.captures;
            corrections += done.corrections.length;
            unreadable += done.unreadable.length;
            world.terminal.showAll([...done.corrections.map(correctionOf), ...unreadableOf(done)]);
          }
          world.terminal.note(
            `${captures} pages read again, ${corrections} ${dryRun ? 'Changes there would be' : 'Changes'}, ${unreadable} not readable any more`,
          );
          if (unreadable > 0)
            throw new VigilError(
              'ARCHIVE_CORRUPT',
              `${unreadable} pages cannot be read any more, see above; what was read of them stands`,
            );
        },
        { lasting: true },
      ),
    );
}

type Line = readonly [record: object, text: string];

function correctionOf(correction: Correction): Line {
  const { kind, courtId, docketNumber, before, after } = correction;
  const what = whatChanged(before, after);
  const text = [kind, courtId, docketNumber ?? '', (after ?? before)?.headline ?? '', what.join(' ')].filter(Boolean);
  return [{ ...correction, what }, text.join('  ')];
}

const unreadableOf = ({ target, unreadable }: RederivedTarget): readonly Line[] =>
  unreadable.map(({ capture: { url, capturedAt, rawSha256 }, error: { code, message } }): Line => [
    { targetId: target.id, url, capturedAt, sha256: rawSha256, error: { code, message } },
    `${target.title}, of ${capturedAt}: ${code}: ${message}`,
  ]);
