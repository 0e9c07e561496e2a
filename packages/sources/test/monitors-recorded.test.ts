import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  factsOf,
  inspect,
  learn,
  readPage,
  type AnySource,
  type Finding,
  type Normal,
  type Reading,
} from '@vigil/source-kit';
import type { DocketEntryStatement, Statement } from '@vigil/timeline';
import { sharedFolder } from '@vigil/tooling/testing';
import { describe, expect, it } from 'vitest';
import { sourceById } from '../src/index.js';

interface Recorded {
  readonly file: string;
  readonly source: AnySource;
  readonly reading: Reading;
  /** When the page was built, as it says itself; else when its newest record came about. */
  readonly capturedAt: string;
}

const isEntry = (statement: Statement): statement is DocketEntryStatement => statement.kind === 'docket_entry';

function timeOf({ content: { enteredAt, enteredOn, filedOn } }: DocketEntryStatement): string {
  return enteredAt ?? `${enteredOn ?? filedOn}T00:00:00.000Z`;
}

/** Reads the recorded pages of a kind that its Source takes for its own. */
function recorded(kind: string, extension: string, source: AnySource): readonly Recorded[] {
  const folder = join(sharedFolder('conformance'), kind);
  return readdirSync(folder)
    .filter((file) => file.endsWith(extension))
    .flatMap((file) => {
      const body = readFileSync(join(folder, file));
      const params = paramsOf(source, body, file.split(/[_.]/)[0]!);
      if (params === null) return [];
      const reading = readPage(source, params, { url: '', capturedAt: '', status: 200, headers: {}, body });
      // Of one case no entry is on its docket.
      const newest = reading.statements.filter(isEntry).map(timeOf).sort().at(-1) ?? '2020-01-01T00:00:00.000Z';
      return [{ file, source, reading, capturedAt: reading.builtAt ?? newest }];
    });
}

function paramsOf(source: AnySource, body: Uint8Array, court: string): unknown {
  try {
    return source.paramsOfPage!(body, court);
  } catch {
    // No page of this Source: the court's own refusal, or another report.
    return null;
  }
}

/** What monitors find in a Target's readings, one after another. */
function found(source: AnySource, captures: readonly (readonly [Reading, capturedAt: string])[]): readonly Finding[] {
  let normal: Normal | null = null;
  let last: Reading | null = null;
  const findings: Finding[] = [];
  for (const [reading, capturedAt] of captures) {
    findings.push(...inspect({ source, reading, capturedAt, normal, last }));
    normal = learn(normal, factsOf(reading));
    last = reading;
  }
  return findings;
}

/** A Target's page that stays as it is. */
const again = (times: number, reading: Reading, capturedAt: string): readonly (readonly [Reading, string])[] =>
  Array.from({ length: times }, () => [reading, capturedAt] as const);

const rss = sourceById('cmecf-rss');
const docket = sourceById('cmecf-docket');

describe('no monitor fires', () => {
  it.each([
    ['rss_feeds', '.xml', rss, 8],
    ['dockets_district', '.html', docket, 36],
    ['dockets_appellate', '.html', sourceById('cmecf-appellate'), 8],
    ['dockets_acms', '.acms_json', sourceById('acms'), 5],
  ] as const)('at recorded pages that are read again and again: %s', (kind, extension, source, count) => {
    const pages = recorded(kind, extension, source);
    expect(pages).toHaveLength(count);
    const strange = pages.flatMap(({ file, reading, capturedAt }) =>
      found(source, again(5, reading, capturedAt)).map((finding) => ({ file, ...finding })),
    );
    expect(strange).toEqual([]);
  });

  it('while recorded feeds scroll, by one item or more, in windows short and long', () => {
    let looks = 0;
    for (const { file, reading } of recorded('rss_feeds', '.xml', rss)) {
      const entries = reading.statements.filter(isEntry).sort((a, b) => (timeOf(a) < timeOf(b) ? -1 : 1));
      for (const [window, step] of [
        [3, 1],
        [5, 2],
        [20, 5],
        [40, 7],
      ] as const) {
        const captures = entries.flatMap((newest, n) => {
          if (n % step !== 0) return [];
          const shown = entries.slice(Math.max(0, n + 1 - window), n + 1);
          const numbers = new Set(shown.map(({ case: of }) => JSON.stringify(of)));
          const cases = reading.statements.filter((one) => !isEntry(one) && numbers.has(JSON.stringify(one.case)));
          return [[{ ...reading, statements: [...cases, ...shown], builtAt: null }, timeOf(newest)] as const];
        });
        looks += captures.length;
        expect([file, window, ...found(rss, captures)]).toEqual([file, window]);
      }
    }
    expect(looks).toBeGreaterThan(900);
  });

  it('while recorded dockets grow, row by row and in leaps', () => {
    let looks = 0;
    for (const { file, reading, capturedAt } of recorded('dockets_district', '.html', docket)) {
      const [about, entries] = [reading.statements.filter((one) => !isEntry(one)), reading.statements.filter(isEntry)];
      for (const step of [1, 5]) {
        const captures = entries.flatMap((_, n) => {
          const statements = [...about, ...entries.slice(0, n + 1)];
          return n % step === 0 ? [[{ ...reading, statements, builtAt: null }, capturedAt] as const] : [];
        });
        looks += captures.length;
        expect([file, step, ...found(docket, captures)]).toEqual([file, step]);
      }
    }
    expect(looks).toBeGreaterThan(1_000);
  });
});

describe('some monitor fires', () => {
  it('at every longer feed of which every second entry is gone, or whose entries have lost their labels', () => {
    const longer = recorded('rss_feeds', '.xml', rss).filter(({ reading }) => reading.statements.length > 10);
    expect(longer).toHaveLength(5);
    for (const { file, reading, capturedAt } of longer) {
      const entries = reading.statements.filter(isEntry);
      const gaps = reading.statements.filter((one) => !isEntry(one) || entries.indexOf(one) % 2 === 0);
      const bare = reading.statements.map((one) =>
        isEntry(one) ? { ...one, content: { ...one.content, labels: null } } : one,
      );
      for (const statements of [gaps, bare]) {
        const findings = found(rss, [...again(3, reading, capturedAt), [{ ...reading, statements }, capturedAt]]);
        expect([file, findings.length > 0]).toEqual([file, true]);
      }
    }
  });
});
