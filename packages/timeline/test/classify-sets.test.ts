import { join } from 'node:path';
import { sharedFolder } from '@vigil/tooling/testing';
import { describe, expect, it } from 'vitest';
import { classified, isUrgent, readSet, score, type Labelled } from './classify-score.js';

const lastName = (judge: string | null | undefined): readonly string[] =>
  (judge ?? '')
    .toLowerCase()
    .replaceAll(/[^a-z ]/g, '')
    .split(' ')
    .filter((word) => word.length > 1)
    .slice(-1);
const tagsOf = (row: Labelled): readonly string[] => row.tags;
const readTags = (row: Labelled): readonly string[] => classified(row).tags;

describe('invented texts in the courts’ manner', () => {
  const rows = readSet(new URL('docket-texts.jsonl', import.meta.url));

  it('are many, and each is told once', () => {
    expect(rows.length).toBeGreaterThanOrEqual(300);
    expect(new Set(rows.map(({ text, labels }) => JSON.stringify([text, labels]))).size).toBe(rows.length);
  });

  it('are read as they are meant', () => {
    const { f1, wrong } = score(rows, tagsOf, readTags);
    expect(f1, wrong.join('\n')).toBeGreaterThanOrEqual(0.98);
  });

  it('lose nothing urgent', () => {
    const urgent = score(
      rows,
      (row) => row.tags.filter(isUrgent),
      (row) => readTags(row).filter(isUrgent),
    );
    expect(urgent.recall, urgent.wrong.join('\n')).toBe(1);
  });
});

describe('real texts', () => {
  /** By the first hex digit of the id's hash, so that the other half stays unseen. */
  const developed = (): readonly Labelled[] =>
    readSet(join(sharedFolder('data'), 'docket-texts', 'docket_texts.jsonl')).filter(({ id }) => /-[0-7]/.test(id));

  it('are read as a person has labelled them, on the half that the rules were made on', () => {
    const rows = developed();
    const tags = score(rows, tagsOf, readTags);
    expect(tags.f1, tags.wrong.join('\n')).toBeGreaterThanOrEqual(0.98);
    const urgent = score(
      rows,
      (row) => row.tags.filter(isUrgent),
      (row) => readTags(row).filter(isUrgent),
    );
    expect(
      [urgent.recall, urgent.precision].every((one) => one >= 0.97),
      urgent.wrong.join('\n'),
    ).toBe(true);
  });

  it('name the entries that they refer to, and the judge', () => {
    const rows = developed();
    const refs = score(
      rows,
      (row) => row.refs!.map(String),
      (row) => classified(row).refs.map(String),
    );
    expect(refs.f1, refs.wrong.join('\n')).toBeGreaterThanOrEqual(0.97);
    const judges = score(
      rows,
      (row) => lastName(row.judge),
      (row) => lastName(classified(row).judge),
    );
    expect(judges.f1, judges.wrong.join('\n')).toBeGreaterThanOrEqual(0.97);
  });

  it('show each trait that a phrase must show, and none that it must not', () => {
    type Phrase = Labelled & { readonly must: readonly string[]; readonly must_not: readonly string[] };
    const rows = readSet<Phrase>(join(sharedFolder('data'), 'docket-texts', 'phrases.jsonl'));
    const wrong = rows.flatMap((row) => {
      const tags = new Set(readTags(row));
      const faults = [...row.must.filter((tag) => !tags.has(tag)), ...row.must_not.filter((tag) => tags.has(tag))];
      return faults.length > 0 ? [`${row.id}: ${faults.join(' ')}`] : [];
    });
    expect(wrong).toEqual([]);
  });
});
