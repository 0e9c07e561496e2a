import path from 'node:path';
import { asDatabaseError } from '@vigil/db';
import { longestMail } from '@vigil/dockets';
import { asVigilError, VigilError } from '@vigil/errors';
import { importFile, type Imported } from '@vigil/intake';
import { sourceById, sources } from '@vigil/sources';
import type { Command } from 'commander';
import { openArchiveOf } from '../house/open-archive.js';
import { withHouse } from '../house/with-house.js';
import { courtOfFile } from '../parsing/court-of-file.js';
import { pagesIn, type PageInFile } from '../parsing/pages-in-file.js';
import { momentText } from '../terminal/time-text.js';
import type { World } from '../world.js';
import { examples } from './examples.js';
import { instant } from './option-values.js';

interface Options {
  readonly source?: string;
  readonly court?: string;
  readonly capturedAt?: string;
}

/** What became of the pages of a file. Mails of an mbox that are no notices are passed over: nobody’s mailbox is without. */
type Outcome = 'new' | 'known' | 'passed over' | 'failed';

/** How often a long import says how far it is, in mails. */
const progressEvery = 500;

/** `vigil import` */
export function importPages(command: Command, world: World): void {
  command
    .argument('<file...>', 'saved pages, mails (.eml, mbox); an older page never overrides a newer one')
    .option('--source <id>', 'what the pages are, see `vigil sources`; else the one Source that knows the page')
    .option('--court <id>', 'whose pages they are; else the file’s name up to its first `_`; mails say it themselves')
    .option('--captured-at <instant>', 'when they left the publisher; else what the page itself says', instant)
    .addHelpText(
      'after',
      examples(
        'vigil import cacd_monday.xml njd_365922.html',
        'vigil import feed.xml --court cacd --captured-at 2017-12-14T16:05:00-08:00',
        'vigil import notice.eml archive.mbox',
      ),
    )
    .action((files: readonly string[], options: Options) =>
      withHouse(world, async ({ db, url, settings, until }) => {
        const source = options.source === undefined ? null : sourceById(options.source).id;
        const archive = await openArchiveOf(settings, world.env);
        const bring = async (file: string, { mail, bytes }: PageInFile): Promise<Outcome> => {
          if (bytes === null) throw new VigilError('FETCH_TOO_LARGE', `the mail has over ${longestMail} bytes`);
          const court = options.court ?? courtOfFile(file);
          const page = { source, court, bytes, capturedAt: options.capturedAt ?? null };
          const imported = await importFile({ db, archive, sources, now: Date.now }, page);
          world.terminal.show(
            { file, ...mailNumber(mail), ...imported },
            `${nameOf(file, mail)}: ${importText(imported)}`,
          );
          return imported.isNew ? 'new' : 'known';
        };
        const tell = (error: unknown, file: string, mail: number | null): Outcome => {
          const { code, message, wayOut, policy } = asVigilError(asDatabaseError(error, url));
          // What is wrong with the database or the disk is wrong for every page.
          if (policy === 'retry') throw error;
          const passedOver = mail !== null && code === 'NOT_A_DOCKET';
          const record = { file, ...mailNumber(mail), error: { code, message, wayOut } };
          if (!passedOver || world.terminal.json)
            world.terminal.show(record, `${nameOf(file, mail)}: ${code}: ${message}`);
          return passedOver ? 'passed over' : 'failed';
        };
        let [failed, mails, inMails] = [0, 0, 0];
        for (const [index, file] of files.entries()) {
          until.throwIfAborted();
          if (files.length > 1) world.terminal.note(`${index + 1}/${files.length} ${file}`);
          const counts: Record<Outcome, number> = { new: 0, known: 0, 'passed over': 0, failed: 0 };
          let mail: number | null = null;
          try {
            for await (const page of pagesIn(file)) {
              until.throwIfAborted();
              ({ mail } = page);
              counts[await bring(file, page).catch((error: unknown) => tell(error, file, page.mail))] += 1;
              if (mail !== null && mail % progressEvery === 0)
                world.terminal.note(`${path.basename(file)}: ${mail} mails`);
            }
          } catch (error) {
            until.throwIfAborted();
            counts[tell(error, file, null)] += 1;
          }
          if (mail === null) failed += counts.failed;
          else {
            mails += mail;
            inMails += counts.failed;
            world.terminal.note(`${path.basename(file)}: ${mailsText(mail, counts)}`);
          }
        }
        if (failed > 0)
          throw new VigilError('BAD_INPUT', `${failed} of ${files.length} files could not be imported, see above`);
        if (inMails > 0)
          throw new VigilError('BAD_INPUT', `${inMails} of ${mails} mails could not be imported, see above`);
      }),
    );
}

const mailNumber = (mail: number | null): { readonly mail?: number } => (mail === null ? {} : { mail });
const nameOf = (file: string, mail: number | null): string =>
  mail === null ? path.basename(file) : `${path.basename(file)}, mail ${mail}`;

function mailsText(mails: number, counts: Readonly<Record<Outcome, number>>): string {
  const parts = [`${counts.new} imported`, `${counts.known} known already`, `${counts['passed over']} no notices`];
  return `${mails} ${mails === 1 ? 'mail' : 'mails'}: ${[...parts, `${counts.failed} failed`].join(', ')}`;
}

function importText({ title, isNew, capturedAt, statements, skipped, changes }: Imported): string {
  const when = momentText(capturedAt, 'utc');
  if (!isNew) return `${title}, known already, of ${when}`;
  const unread = skipped === 0 ? '' : `, ${skipped} records not read`;
  return `${title}, ${statements} statements of ${when}${unread}, ${changes} Changes`;
}
