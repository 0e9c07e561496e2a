/** How well the classifier reads labelled texts. */
import { readFileSync } from 'node:fs';
import { classify } from '../src/index.js';

/** A labelled entry, as the sets hold it, one a line. */
export interface Labelled {
  readonly id: string;
  readonly court: string | null;
  readonly text: string | null;
  readonly labels?: readonly string[] | null;
  readonly tags: readonly string[];
  readonly refs?: readonly number[];
  readonly judge?: string | null;
  /** Of a phrase, which shows single traits: what must and what must not be found. */
  readonly must?: readonly string[];
  readonly must_not?: readonly string[];
}

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** What was wrong, for a failing test to show. */
  readonly wrong: readonly string[];
}

export const readSet = (file: string | URL): readonly Labelled[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Labelled);

export const classified = ({ court, text, labels = null }: Labelled): ReturnType<typeof classify> =>
  classify({ court, text, labels });

/** Counts over all rows what should be found and what is. */
export function score(
  rows: readonly Labelled[],
  wanted: (row: Labelled) => readonly string[],
  found: (row: Labelled) => readonly string[],
): Score {
  let [right, more, less] = [0, 0, 0];
  const wrong: string[] = [];
  for (const row of rows) {
    const [want, have] = [new Set(wanted(row)), new Set(found(row))];
    const extra = [...have].filter((one) => !want.has(one));
    const lacks = [...want].filter((one) => !have.has(one));
    right += want.size - lacks.length;
    more += extra.length;
    less += lacks.length;
    if (extra.length + lacks.length > 0) wrong.push(`${row.id} lacks [${lacks.join(' ')}] has [${extra.join(' ')}]`);
  }
  const [precision, recall] = [right / (right + more), right / (right + less)];
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall), wrong };
}

/** What an advocate must not miss. */
export const isUrgent = (tag: string): boolean =>
  /^(?:tro|preliminary_injunction|stay_of_removal|habeas|class_certification|release|bond_hearing|no_transfer|no_removal)\.(?:granted|granted_in_part|denied|extended|dissolved|moot)$/.test(
    tag,
  ) ||
  [
    'order_to_show_cause.issued',
    'hearing.set',
    'hearing.reset',
    'hearing.vacated',
    'appeal.decided',
    'appeal.mandate',
  ].includes(tag);
