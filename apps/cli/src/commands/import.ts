import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { asDatabaseError } from '@vigil/db';
import { asVigilError, VigilError } from '@vigil/errors';
import { importFile, type Imported } from '@vigil/intake';
import { sourceById, sources } from '@vigil/sources';
import type { Command } from 'commander';
import { openArchiveOf } from '../house/open-archive.js';
import { withHouse } from '../house/with-house.js';
import { courtOfFile } from '../parsing/court-of-file.js';
import { momentText } from '../terminal/time-text.js';
import type { World } from '../world.js';
import { examples } from './examples.js';
import { instant } from './option-values.js';

interface Options {
  readonly source?: string;
  readonly court?: string;
  readonly capturedAt?: string;
}

/** `vigil import` */
export function importPages(command: Command, world: World): void {
  command
    .argument('<file...>', 'saved pages; an older page never overrides a newer one')
    .option('--source <id>', 'what the pages are, see `vigil sources`; else the one Source that knows the page')
    .option('--court <id>', 'whose pages they are; else the file’s name up to its first `_`')
    .option('--captured-at <instant>', 'when they left the publisher; else what the page itself says', instant)
    .addHelpText(
      'after',
      examples(
        'vigil import cacd_monday.xml njd_365922.html',
        'vigil import feed.xml --court cacd --captured-at 2017-12-14T16:05:00-08:00',
      ),
    )
    .action((files: readonly string[], options: Options) =>
      withHouse(world, async ({ db, url, settings, until }) => {
        const source = options.source === undefined ? null : sourceById(options.source).id;
        const archive = await openArchiveOf(settings, world.env);
        let failed = 0;
        for (const [index, file] of files.entries()) {
          until.throwIfAborted();
          if (files.length > 1) world.terminal.note(`${index + 1}/${files.length} ${file}`);
          try {
            const court = options.court ?? courtOfFile(file);
            const bytes = await readFile(file).catch(asUnreadable);
            const page = { source, court, bytes, capturedAt: options.capturedAt ?? null };
            const imported = await importFile({ db, archive, sources, now: Date.now }, page);
            world.terminal.show({ file, ...imported }, `${path.basename(file)}: ${importText(imported)}`);
          } catch (error) {
            const { code, message, wayOut, policy } = asVigilError(asDatabaseError(error, url));
            // What is wrong with the database or the disk is wrong for every file.
            if (policy === 'retry') throw error;
            failed += 1;
            world.terminal.show(
              { file, error: { code, message, wayOut } },
              `${path.basename(file)}: ${code}: ${message}`,
            );
          }
        }
        if (failed > 0)
          throw new VigilError('BAD_INPUT', `${failed} of ${files.length} files could not be imported, see above`);
      }),
    );
}

function asUnreadable(cause: NodeJS.ErrnoException): never {
  throw new VigilError('BAD_INPUT', `the file cannot be read (${cause.code ?? cause.message})`, { cause });
}

function importText({ title, isNew, capturedAt, statements, skipped, changes }: Imported): string {
  const when = momentText(capturedAt, 'utc');
  if (!isNew) return `${title}, known already, of ${when}`;
  const unread = skipped === 0 ? '' : `, ${skipped} records not read`;
  return `${title}, ${statements} statements of ${when}${unread}, ${changes} Changes`;
}
