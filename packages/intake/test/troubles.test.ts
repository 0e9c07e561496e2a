import type { HealthRow, TargetRow } from '@vigil/db';
import { sources } from '@vigil/sources';
import { expect, it } from 'vitest';
import { troublesOf } from '../src/index.js';

const source = sources.get('cmecf-rss')!; // at most 8 hours quiet: 24 business hours
const monday = '2026-03-02T15:00:00.000Z';
const target: TargetRow = {
  id: '00000000-0000-4000-8000-000000000001',
  source: source.id,
  params: { court: 'cacd' },
  title: 'RSS feed of cacd',
  courtId: 'cacd',
  everyMs: 300_000,
  etag: null,
  lastModified: null,
  lastCapture: null,
  lastCheckedAt: monday,
  lastSucceededAt: monday,
  failures: 0,
  errorCode: null,
  notBefore: null,
  readTo: null,
  createdAt: '2026-01-05T15:00:00.000Z',
};
const health: HealthRow = {
  targetId: target.id,
  normal: null,
  newsAt: monday,
  haste: 1,
  againMs: null,
  quarantine: null,
};
const kinds = (now: string, own: Partial<TargetRow> = {}, known: Partial<HealthRow> = {}): readonly string[] =>
  troublesOf({ source, target: { ...target, ...own }, health: { ...health, ...known }, now }).map(({ kind }) => kind);

it('a Target that is looked at and says something new now and then has none', () => {
  expect(kinds('2026-03-02T15:04:00.000Z')).toEqual([]);
});

it('nobody looked for three periods: overdue, unless the publisher asked to wait, or nobody watches', () => {
  expect(kinds('2026-03-02T15:19:00.000Z')).toEqual([]);
  expect(kinds('2026-03-02T15:21:00.000Z')).toEqual(['OVERDUE']);
  expect(kinds('2026-03-02T15:21:00.000Z', { notBefore: '2026-03-02T16:00:00.000Z' })).toEqual([]);
  expect(kinds('2026-03-02T16:10:00.000Z', { notBefore: '2026-03-02T16:00:00.000Z' })).toEqual([]);
  expect(kinds('2026-03-02T15:21:00.000Z', { everyMs: null })).toEqual([]);
  expect(kinds('2026-03-02T15:21:00.000Z', { lastCheckedAt: null, createdAt: monday })).toEqual(['OVERDUE']);
});

it('silence is noticed within a day of business, and a weekend or a holiday is none', () => {
  const friday = '2026-02-13T22:00:00.000Z'; // Monday the 16th is Washington's Birthday
  const at = (now: string): readonly string[] => kinds(now, { lastCheckedAt: now }, { newsAt: friday });
  expect(at('2026-02-17T15:00:00.000Z')).toEqual([]);
  expect(at('2026-02-18T22:00:00.000Z')).toEqual(['SILENT']);
  expect(kinds('2026-03-03T15:30:00.000Z', { lastCheckedAt: '2026-03-03T15:30:00.000Z' })).toEqual(['SILENT']);
});

it('three beats that were not told are a trouble at any hour, though every look went well', () => {
  const canary = sources.get('canary')!; // a beat every 15 minutes
  const sunday = '2026-03-01T03:00:00.000Z';
  const at = (now: string, own: Partial<TargetRow> = {}, newsAt: string | null = sunday): readonly string[] =>
    troublesOf({
      source: canary,
      target: { ...target, everyMs: 600_000, lastCheckedAt: now, createdAt: sunday, ...own },
      health: { ...health, newsAt },
      now,
    }).map(({ kind }) => kind);
  expect(at('2026-03-01T03:45:00.000Z')).toEqual([]);
  expect(at('2026-03-01T03:46:00.000Z')).toEqual(['CANARY']);
  expect(at('2026-03-01T03:46:00.000Z', {}, null)).toEqual(['CANARY']);
  expect(at('2026-03-01T03:46:00.000Z', { everyMs: null })).toEqual([]);
  expect(at('2026-03-01T03:46:00.000Z', { lastCheckedAt: sunday })).toEqual(['CANARY', 'OVERDUE']);
});

it('quarantine and failures are said with their reasons, the worst first', () => {
  const found = troublesOf({
    source,
    target: { ...target, errorCode: 'FETCH_TIMEOUT', failures: 2 },
    health: {
      ...health,
      quarantine: {
        since: monday,
        by: 'MONITOR',
        releaseAsked: false,
        findings: [{ monitor: 'vanished', why: '9 of 12 records are gone' }],
      },
    },
    now: monday,
  });
  expect(found.map(({ kind, why }) => `${kind} ${why}`)).toEqual([
    'QUARANTINED vanished: 9 of 12 records are gone',
    'FAILING FETCH_TIMEOUT, 2 times',
  ]);
  expect(kinds(monday, { errorCode: 'QUARANTINED', failures: 1 })).toEqual([]);
});
