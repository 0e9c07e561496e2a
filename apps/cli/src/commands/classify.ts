import { createInterface } from 'node:readline';
import { VigilError } from '@vigil/errors';
import { classify, type Classification, type ClassifyInput } from '@vigil/timeline';
import type { Command } from 'commander';
import type { World } from '../world.js';
import { examples } from './examples.js';

/** An entry as a line gives it. */
interface Line extends ClassifyInput {
  readonly id: unknown;
}

/** `vigil classify` */
export function classifyTexts(command: Command, { terminal, stdin }: World): void {
  command
    .option('--findings', 'print what found each tag, too: rules, words and confidence')
    .addHelpText(
      'after',
      `\nReads lines of JSON from standard input, {id, text, court, labels}, and prints one for each:\n` +
        `  {id, tags, hearings, deadlines, refs, judge, actor, urgency, wantsText} or {id, error: {code, message}}\n` +
        examples('vigil classify < entries.jsonl', 'vigil classify --findings < entries.jsonl'),
    )
    .action(async ({ findings = false }: { readonly findings?: boolean }) => {
      let [failed, all] = [0, 0];
      for await (const line of createInterface({ input: stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
        if (line.trim() === '') continue;
        all += 1;
        try {
          const { id, ...entry } = readLine(line);
          terminal.print(JSON.stringify({ id, ...told(classify(entry), findings) }));
        } catch (error) {
          if (!(error instanceof VigilError)) throw error;
          failed += 1;
          terminal.print(JSON.stringify({ id: null, line: all, error: { code: error.code, message: error.message } }));
        }
      }
      if (failed > 0) throw new VigilError('BAD_INPUT', `${failed} of ${all} lines could not be read, see above`);
    });
}

function told({ findings, ...rest }: Classification, withFindings: boolean): object {
  // What dates a text sets is not read yet.
  const dates = { hearings: [], deadlines: [] };
  return { ...rest, ...dates, ...(withFindings ? { findings } : {}) };
}

/** Throws a VigilError `BAD_INPUT` where a line is no entry. */
function readLine(line: string): Line {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new VigilError('BAD_INPUT', 'a line is not JSON', { cause });
  }
  const { id = null, text = null, court = null, labels = null } = Object(value) as Record<string, unknown>;
  if (!isTextOrNull(text) || !isTextOrNull(court) || !(labels === null || isTexts(labels)))
    throw new VigilError('BAD_INPUT', 'an entry wants text and court as strings, and labels as strings in a list');
  if (text === null && labels === null) throw new VigilError('BAD_INPUT', 'an entry wants a text or labels');
  return { id, text, court, labels };
}

const isTextOrNull = (value: unknown): value is string | null => value === null || typeof value === 'string';
const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');
