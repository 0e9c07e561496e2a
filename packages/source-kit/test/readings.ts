/** Invented readings for the tests of monitors. Case numbers from 90000 on were given by no court. */
import type { CaseStatement, DocketEntryStatement, Statement } from '@vigil/timeline';
import { z } from 'zod';
import {
  defineSource,
  docketEntry,
  factsOf,
  hours,
  inspect,
  learn,
  minutes,
  type MonitorId,
  type Normal,
  type Reading,
} from '../src/index.js';

const base = {
  id: 'town-crier',
  version: 1,
  about: { title: 'The town crier', homepage: 'https://crier.example/', access: 'free' },
  schedule: { every: minutes(5), atMost: minutes(2) },
  params: z.unknown(),
  describe: () => 'cries',
  court: () => 'cacd',
  plan: () => ({ url: 'https://crier.example/', accept: 'text/plain' }),
  parse: () => [],
  canonical: (body: Uint8Array) => body,
  access: 'open',
  expects: { empty: 'proved', quiet: hours(8) },
} as const;
export const feed = defineSource<unknown>({ ...base, kind: 'feed', window: hours(24) });
export const listing = defineSource<unknown>({ ...base, kind: 'listing' });

/** Thursday. */
export const now = '2026-03-05T20:00:00.000Z';
export const ago = (milliseconds: number): string => new Date(Date.parse(now) - milliseconds).toISOString();

/** Entry `n` of a docket, docketed `n` quarters of an hour ago unless it is said otherwise. */
export const entry = (n: number, content: Partial<DocketEntryStatement['content']> = {}): DocketEntryStatement =>
  docketEntry({
    court: 'cacd',
    docketNumber: '8:26-cv-90011',
    recordKey: `entry:${n}`,
    keys: [`seq:${n}`],
    number: String(n),
    documentUrl: `https://crier.example/${n}`,
    labels: [n % 2 ? 'Order' : 'Notice of appearance'],
    enteredAt: ago(n * minutes(15)),
    zone: 'America/Los_Angeles',
    ...content,
  });

export const caseStatement: CaseStatement = {
  kind: 'case',
  case: { court: 'cacd', caseId: null, docketNumber: '8:26-cv-90011' },
  recordKey: 'case:1',
  content: {
    caption: 'Rivermouth v. Harbour',
    printedNumber: '8:26-cv-90011',
    caseType: null,
    office: null,
    chapter: null,
    trustee: null,
  },
};

export const range = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, n) => first + n);
export const entries = (first: number, last: number): readonly DocketEntryStatement[] =>
  range(first, last).map((n) => entry(n));

export const readingOf = (records: readonly Statement[], rest: Partial<Reading> = {}): Reading => ({
  statements: [caseStatement, ...records],
  skipped: [],
  builtAt: null,
  partial: false,
  scope: null,
  ...rest,
});
export const ten = readingOf(entries(1, 10));

export const normalOf = (...readings: readonly Reading[]): Normal =>
  readings.reduce<Normal | null>((normal, reading) => learn(normal, factsOf(reading)), null)!;

export interface Look {
  readonly source?: typeof feed;
  /** What came before; thrice `ten` unless it is said otherwise. */
  readonly past?: readonly Reading[];
  readonly capturedAt?: string;
}

/** Names of the monitors that a reading makes fire. */
export function fired(
  reading: Reading,
  { source = feed, past = [ten, ten, ten], capturedAt = now }: Look = {},
): readonly MonitorId[] {
  const normal = past.length === 0 ? null : normalOf(...past);
  return inspect({ source, reading, capturedAt, normal, last: past.at(-1) ?? null }).map(({ monitor }) => monitor);
}

export const skippedRows = (count: number): Pick<Reading, 'skipped'> => ({
  skipped: range(1, count).map((n) => ({ reason: 'no date', where: `row ${n}` })),
});
