/** What proves every Source, with no word of its own: golden files, the checks S01 to S14, the drill. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { drill, goldenText, outcomeOf, readSpecimens, runChecks } from '@vigil/source-lab';
import { describe, expect, it } from 'vitest';
import { sources } from '../src/index.js';

const src = join(import.meta.dirname, '..', 'src');

describe.each([...sources])('%s', (id, source) => {
  const specimens = readSpecimens(source, join(src, id));

  it.each(specimens.map((specimen) => [specimen.name, specimen] as const))(
    'reads %s as it was reviewed',
    (_name, specimen) => {
      expect(existsSync(join(specimen.folder, 'expected.json')), 'vigil source test writes expected.json').toBe(true);
      const outcome = outcomeOf(source, specimen);
      expect('error' in outcome ? outcome.error : goldenText(outcome.reading)).toBe(specimen.expected);
    },
  );

  it('passes S01 to S14', () => {
    const results = runChecks({ source, folder: id, specimens });
    expect(results.map(({ check }) => check.id)).toHaveLength(14);
    const failed = results.filter(({ state, check }) => state === 'FAILED' && check.level !== 'MAY');
    expect(failed.map(({ check, details }) => [check.id, ...details])).toEqual([]);
  });

  it('scores 95 % in the drill, and misses no empty, challenged, closed or truncated page', () => {
    const { results, score, mandatoryScore } = drill(source, specimens);
    const silent = results.filter(({ verdict }) => verdict === 'SILENT');
    expect({ score, silent }).toMatchObject({ score: expect.any(Number), silent: score >= 0.95 ? silent : [] });
    expect(mandatoryScore).toBe(1);
    expect(results.length).toBeGreaterThan(10);
  });
});
