/** The drill: what happens to readers when a publisher changes a page without a word. */
import {
  factsOf,
  inspect,
  learn,
  type AnySource,
  type CapturedPage,
  type Normal,
  type Reading,
} from '@vigil/source-kit';
import { interposedPages } from '../interposed-pages.js';
import { gist, outcomeOf, sayings, type Outcome } from '../outcome.js';
import type { Specimen } from '../specimen.js';
import { changePage, pageChanges } from './changes.js';

/**
 * `HARMLESS`: the page still says the same. `LOUD`: a typed error. `CAUGHT`: a monitor fires. `SILENT`: readers would see
 * wrong or missing records, and nobody would hear of it.
 */
export type Verdict = 'HARMLESS' | 'LOUD' | 'CAUGHT' | 'SILENT';

/** What one change did to one specimen. */
export interface DrillResult {
  readonly specimen: string;
  readonly change: string;
  /** Whether nothing but LOUD will do: empty, challenge, maintenance, truncated. */
  readonly mandatory: boolean;
  readonly verdict: Verdict;
  /** The error's code, or the monitors that fired. */
  readonly by: string;
}

/** What came of all changes. */
export interface DrillReport {
  readonly results: readonly DrillResult[];
  /** Loud or caught, of those that did harm; 1 where none did. */
  readonly score: number;
  /** The same of those for which nothing but an error will do. */
  readonly mandatoryScore: number;
}

/** Makes every change to every specimen that has records. */
export function drill(source: AnySource, specimens: readonly Specimen[]): DrillReport {
  const results = specimens.flatMap((specimen) => {
    const healthy = outcomeOf(source, specimen);
    return 'error' in healthy ? [] : drillOne(source, specimen, healthy.reading);
  });
  const harmful = results.filter(({ verdict }) => verdict !== 'HARMLESS');
  const mandatory = results.filter((result) => result.mandatory);
  return {
    results,
    score: share(harmful, ({ verdict }) => verdict !== 'SILENT'),
    mandatoryScore: share(mandatory, ({ verdict }) => verdict === 'LOUD'),
  };
}

function drillOne(source: AnySource, specimen: Specimen, healthy: Reading): readonly DrillResult[] {
  const { body } = specimen.page;
  const normal = [1, 2, 3].reduce<Normal | null>((known) => learn(known, factsOf(healthy)), null);
  const judge = (change: string, mandatory: boolean, page: Partial<CapturedPage>): DrillResult => {
    const outcome = outcomeOf(source, specimen, page);
    const [verdict, by] = verdictOf(source, specimen, { healthy, normal, outcome });
    return { specimen: specimen.name, change, mandatory, verdict, by };
  };
  return [
    judge('an empty body', true, { body: new Uint8Array() }),
    ...interposedPages.map(({ name, status, body: text }) =>
      judge(`a ${name} page`, true, { status, body: Buffer.from(text) }),
    ),
    ...[0.3, 0.5, 0.8].map((part) =>
      judge(`cut off at ${part * 100} %`, true, { body: body.subarray(0, Math.floor(body.length * part)) }),
    ),
    ...pageChanges.flatMap((change) => {
      const other = changePage(change, body);
      return other === null ? [] : [judge(change.name, false, { body: other })];
    }),
  ];
}

function verdictOf(
  source: AnySource,
  { page: { capturedAt } }: Specimen,
  {
    healthy,
    normal,
    outcome,
  }: { readonly healthy: Reading; readonly normal: Normal | null; readonly outcome: Outcome },
): readonly [Verdict, string] {
  if ('error' in outcome) return [outcome.typed ? 'LOUD' : 'SILENT', gist(outcome)];
  const { reading } = outcome;
  const fired = inspect({ source, reading, capturedAt, normal, last: healthy }).map(({ monitor }) => monitor);
  if (sayings(outcome) === sayings({ reading: healthy })) return ['HARMLESS', fired.join(', ')];
  return fired.length > 0 ? ['CAUGHT', fired.join(', ')] : ['SILENT', ''];
}

const share = (results: readonly DrillResult[], good: (result: DrillResult) => boolean): number =>
  results.length === 0 ? 1 : results.filter(good).length / results.length;
