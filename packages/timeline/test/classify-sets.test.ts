import { join } from 'node:path';
import { sharedFolder } from '@vigil/tooling/testing';
import { describe, expect, it } from 'vitest';
import { classified, isUrgent, readSet, score, type Labelled, type Score } from './classify-score.js';

const lastName = (judge: string | null | undefined): readonly string[] =>
  (judge ?? '')
    .toLowerCase()
    .replaceAll(/[^a-z ]/g, '')
    .split(' ')
    .filter((word) => word.length > 1)
    .slice(-1);
const scoreTags = (rows: readonly Labelled[]): Score =>
  score(
    rows,
    (row) => row.tags,
    (row) => classified(row).tags,
  );
const scoreUrgent = (rows: readonly Labelled[]): Score =>
  score(
    rows,
    (row) => row.tags.filter(isUrgent),
    (row) => classified(row).tags.filter(isUrgent),
  );
/** A failing expectation shows what was wrong. */
const atLeast =
  (floor: number, part: 'precision' | 'recall' | 'f1') =>
  (of: Score): boolean =>
    of[part] >= floor;

describe('invented texts in the courts’ manner', () => {
  const rows = readSet(new URL('docket-texts.jsonl', import.meta.url));

  it('are many, and each is told once', () => {
    expect(rows.length).toBeGreaterThanOrEqual(300);
    expect(new Set(rows.map(({ text, labels }) => JSON.stringify([text, labels]))).size).toBe(rows.length);
  });

  it('are read as they are meant, and nothing urgent is lost', () => {
    expect(scoreTags(rows)).toSatisfy(atLeast(0.98, 'f1'));
    expect(scoreUrgent(rows)).toSatisfy(atLeast(1, 'recall'));
  });
});

describe('real texts', () => {
  const folder = (): string => join(sharedFolder('data'), 'docket-texts');
  /** By the first hex digit of the id's hash, so that the other half stays unseen. */
  const developed = (): readonly Labelled[] =>
    readSet(join(folder(), 'docket_texts.jsonl')).filter(({ id }) => /-[0-7]/.test(id));

  it('are read as a person has labelled them, on the half that the rules were made on', () => {
    const rows = developed();
    expect(scoreTags(rows)).toSatisfy(atLeast(0.98, 'f1'));
    expect(scoreUrgent(rows)).toSatisfy(atLeast(0.97, 'recall'));
    expect(scoreUrgent(rows)).toSatisfy(atLeast(0.97, 'precision'));
  });

  it('name the entries that they refer to, and the judge', () => {
    const rows = developed();
    const refs = score(
      rows,
      (row) => row.refs!.map(String),
      (row) => classified(row).refs.map(String),
    );
    expect(refs).toSatisfy(atLeast(0.97, 'f1'));
    const judges = score(
      rows,
      (row) => lastName(row.judge),
      (row) => lastName(classified(row).judge),
    );
    expect(judges).toSatisfy(atLeast(0.97, 'f1'));
  });

  it('show each trait that a phrase must show, and none that it must not', () => {
    const wrong = readSet(join(folder(), 'phrases.jsonl')).flatMap((row) => {
      const tags = new Set(classified(row).tags);
      const faults = [...row.must!.filter((tag) => !tags.has(tag)), ...row.must_not!.filter((tag) => tags.has(tag))];
      return faults.length > 0 ? [`${row.id}: ${faults.join(' ')}`] : [];
    });
    expect(wrong).toEqual([]);
  });
});
