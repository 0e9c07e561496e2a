import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { kinds, type Kind } from '@vigil/dockets';
import { asVigilError, VigilError } from '@vigil/errors';
import { Option, type Command } from 'commander';
import { courtOfFile } from '../parsing/court-of-file.js';
import type { World } from '../world.js';
import { examples } from './examples.js';

/** The forms that a record can be printed in: Vigil's own, or juriscraper's names and shapes. */
const formats = ['vigil', 'juriscraper'] as const;

interface Options {
  readonly kind: string;
  readonly court?: string;
  readonly format: (typeof formats)[number];
}

/** `vigil parse` */
export function parse(command: Command, { terminal }: World): void {
  const known = Object.keys(kinds).join(', ');
  command
    .argument('<file...>', 'one line of JSON is printed for each: {file, record} or {file, error: {code, message}}')
    .requiredOption('--kind <kind>', `what the files are: ${known}`)
    .option('--court <id>', 'whose files they are; else the file’s name up to its first `_`')
    .addOption(new Option('--format <format>', 'the names and shapes of the record').choices(formats).default('vigil'))
    .addHelpText(
      'after',
      examples(
        'vigil parse --kind rss_feeds cacd_monday.xml',
        'vigil parse --kind rss_feeds --format juriscraper cacd_*.xml',
      ),
    )
    .action(async (files: readonly string[], { kind, court, format }: Options) => {
      const of: Kind | null = Object.hasOwn(kinds, kind) ? kinds[kind as keyof typeof kinds] : null;
      if (!of) throw new VigilError('UNKNOWN_FORMAT', `no kind ${JSON.stringify(kind)}; known: ${known}`);
      let failed = 0;
      for (const file of files) {
        try {
          const bytes = await readFile(file);
          const origin = { court: court ?? courtOfFile(file), name: path.basename(file) };
          const record = format === 'vigil' ? of.read(bytes, origin) : of.toJuriscraper(bytes, origin);
          terminal.print(JSON.stringify({ file, record }));
        } catch (error) {
          failed += 1;
          const { code, message } = asReadingError(error);
          terminal.print(JSON.stringify({ file, error: { code, message } }));
        }
      }
      if (failed > 0)
        throw new VigilError('BAD_INPUT', `${failed} of ${files.length} files could not be read, see above`);
    });
}

/** A file that is not there is the caller's mistake; what else nobody foresaw is ours. */
function asReadingError(error: unknown): VigilError {
  if (error instanceof Error && 'syscall' in error)
    return new VigilError('BAD_INPUT', `the file cannot be read: ${error.message}`, { cause: error });
  return asVigilError(error);
}
