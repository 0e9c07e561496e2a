import { createInterface } from 'node:readline';
import { VigilError } from '@vigil/errors';
import { courts } from '@vigil/dockets';
import {
  civilDate,
  classify,
  deadlinesOf,
  hearingsOf,
  readEntry,
  type Classification,
  type ClassifyInput,
} from '@vigil/timeline';
import type { Command } from 'commander';
import type { World } from '../world.js';
import { examples } from './examples.js';

/** An entry as a line gives it. */
interface Line extends ClassifyInput {
  readonly id: unknown;
  readonly filed: string | null;
}

/** `vigil classify` */
export function classifyTexts(command: Command, { terminal, stdin }: World): void {
  command
    .option('--findings', 'print what found each tag, too: rules, words and confidence')
    .addHelpText(
      'after',
      `\nReads lines of JSON from standard input, {id, text, court, labels, filed}, and prints one for each:\n` +
        `  {id, tags, hearings, deadlines, computedDeadlines, refs, judge, actor, urgency, wantsText} or {id, error: {code, message}}\n` +
        examples('vigil classify < entries.jsonl', 'vigil classify --findings < entries.jsonl'),
    )
    .action(async ({ findings = false }: { readonly findings?: boolean }) => {
      let [failed, all] = [0, 0];
      for await (const line of createInterface({ input: stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
        if (line.trim() === '') continue;
        all += 1;
        try {
          const entry = readLine(line);
          terminal.print(JSON.stringify({ id: entry.id, ...told(classify(entry), findings), ...datesOf(entry) }));
        } catch (error) {
          if (!(error instanceof VigilError)) throw error;
          failed += 1;
          terminal.print(JSON.stringify({ id: null, line: all, error: { code: error.code, message: error.message } }));
        }
      }
      if (failed > 0) throw new VigilError('BAD_INPUT', `${failed} of ${all} lines could not be read, see above`);
    });
}

const told = ({ findings, ...rest }: Classification, withFindings: boolean): object =>
  withFindings ? { ...rest, findings } : rest;

/** Where no court is known, days and times are told all the same: they are the courtroom's own. */
const anyZone = 'America/New_York';

/** Hearings, and deadlines: those that the text states, and apart those that are counted from its periods (FRCP 6). */
function datesOf({ text, court, filed }: Line): object {
  const known = court === null ? undefined : courts.find(({ id }) => id === court);
  const context = { filedOn: filed, zone: known?.zone ?? anyZone, divisionZones: known?.divisionZones ?? [] };
  const entry = readEntry(text ?? '', context);
  const due = deadlinesOf(entry).filter(({ date, action }) => date !== null && action !== 'VACATED');
  return {
    hearings: hearingsOf(entry).map(({ action, zone, ...told }) => ({
      ...told,
      status: action.toLowerCase(),
      zone: known ? zone : null,
    })),
    deadlines: due.filter(({ basis }) => basis.kind === 'STATED').map(({ date, time, what }) => ({ date, time, what })),
    computedDeadlines: due.flatMap(({ date, what, basis }) =>
      basis.kind === 'COMPUTED' ? [{ date, what, amount: basis.amount, unit: basis.unit, rule: basis.rule }] : [],
    ),
  };
}

/** Throws a VigilError `BAD_INPUT` where a line is no entry. */
function readLine(line: string): Line {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new VigilError('BAD_INPUT', 'a line is not JSON', { cause });
  }
  const {
    id = null,
    text = null,
    court = null,
    labels = null,
    filed = null,
  } = Object(value) as Record<string, unknown>;
  if (!isTextOrNull(text) || !isTextOrNull(court) || !(labels === null || isTexts(labels)))
    throw new VigilError('BAD_INPUT', 'an entry wants text and court as strings, and labels as strings in a list');
  if (text === null && labels === null) throw new VigilError('BAD_INPUT', 'an entry wants a text or labels');
  if (!(filed === null || (typeof filed === 'string' && isDay(filed))))
    throw new VigilError('BAD_INPUT', 'the day on which an entry was filed is written as 2026-03-02');
  return { id, text, court, labels, filed };
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && civilDate(...(text.split('-').map(Number) as [number, number, number])) !== null;
const isTextOrNull = (value: unknown): value is string | null => value === null || typeof value === 'string';
const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');
