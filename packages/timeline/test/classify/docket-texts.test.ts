import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sharedFolder } from '@vigil/tooling/testing';
import { expect, it } from 'vitest';
import { readDeadlines, readHearings } from '../../src/index.js';

interface Row {
  readonly id: string;
  readonly text: string;
  readonly filed: string | null;
  readonly hearings?: readonly { readonly date: string; readonly time: string | null; readonly status: string }[];
  readonly deadlines?: readonly { readonly date: string }[];
}

const rowsOf = (file: string): readonly Row[] =>
  readFileSync(join(sharedFolder('data/docket-texts'), file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);

const hearingsIn = ({ text, filed }: Row): readonly string[] =>
  readHearings(text, { filedOn: filed ?? null, zone: 'America/New_York' }).map(
    ({ date, time, action }) => `${date} ${time ?? ''} ${action.toLowerCase()}`,
  );
const labelled = ({ hearings = [] }: Row): string[] =>
  hearings.map(({ date, time, status }) => `${date} ${time ?? ''} ${status}`);
/** The labels know no periods. */
const deadlinesIn = ({ text, filed }: Row): readonly string[] =>
  readDeadlines(text, { filedOn: filed ?? null, zone: 'America/New_York' }).flatMap(({ date, basis, action }) =>
    basis.kind === 'STATED' && action !== 'VACATED' && date !== null ? [date] : [],
  );

/** Harmonic mean of precision and recall over all rows. */
function f1(
  rows: readonly Row[],
  want: (row: Row) => readonly string[],
  have: (row: Row) => readonly string[],
): number {
  let [right, wanted, found] = [0, 0, 0];
  for (const row of rows) {
    const [expected, actual] = [new Set(want(row)), new Set(have(row))];
    right += [...expected].filter((one) => actual.has(one)).length;
    wanted += expected.size;
    found += actual.size;
  }
  return (2 * right) / (wanted + found);
}

it('labelled texts of real dockets are read as labelled, in the half that the grammar was written by', () => {
  const half = rowsOf('docket_texts.jsonl').filter(({ id }) => /[0-7][0-9a-f]{9}$/.test(id));
  expect(half.length).toBeGreaterThan(200);
  expect(f1(half, labelled, hearingsIn)).toBeGreaterThanOrEqual(0.98);
  expect(f1(half, ({ deadlines = [] }) => deadlines.map(({ date }) => date), deadlinesIn)).toBeGreaterThanOrEqual(0.98);
});

it('every hearing of the set of single traits is found', () => {
  const rows = rowsOf('phrases.jsonl').filter(({ hearings }) => hearings !== undefined && hearings.length > 0);
  expect(rows.length).toBeGreaterThan(20);
  for (const row of rows)
    expect({ id: row.id, hearings: hearingsIn(row) }).toMatchObject({
      id: row.id,
      hearings: expect.arrayContaining(labelled(row)) as unknown,
    });
});
