/** Recorded dockets of courts of appeals, of both their systems, as Statements. Nothing of what they say is printed. */
import { readAcmsDocket, readAppellateDocket, readCmecfFeed } from '@vigil/dockets';
import { readPage, type Reading } from '@vigil/source-kit';
import type { DocketEntryStatement, Statement } from '@vigil/timeline';
import { sharedFolder } from '@vigil/tooling/testing';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceById } from '../src/index.js';

const folderOf = (kind: string): string => join(sharedFolder('conformance'), kind);
const body = (kind: string, file: string): Buffer => readFileSync(join(folderOf(kind), file));
const filesOf = (kind: string, extension = ''): readonly string[] =>
  readdirSync(folderOf(kind)).filter((file) => file.endsWith(extension));
const isEntry = (statement: Statement): statement is DocketEntryStatement => statement.kind === 'docket_entry';

const kinds = {
  dockets_appellate: { source: sourceById('cmecf-appellate'), extension: '.html', read: readAppellateDocket },
  dockets_acms: { source: sourceById('acms'), extension: '.acms_json', read: readAcmsDocket },
} as const;

interface Recorded {
  readonly file: string;
  readonly court: string;
  readonly bytes: Buffer;
}

const recorded = (kind: keyof typeof kinds): readonly Recorded[] =>
  filesOf(kind, kinds[kind].extension).map((file) => ({
    file,
    court: file.split('_')[0]!,
    bytes: body(kind, file),
  }));

function read(kind: keyof typeof kinds, { court, bytes }: Recorded): Reading {
  const { source } = kinds[kind];
  const params = source.params.parse(source.paramsOfPage!(bytes, court));
  return readPage(source, params, { url: '', capturedAt: '', status: 200, headers: {}, body: bytes });
}

describe.each([
  ['dockets_appellate', 8, 161],
  ['dockets_acms', 5, 95],
] as const)('recorded %s', (kind, files, entries) => {
  it('are read to a statement a case and one an entry, with nothing left out', () => {
    const pages = recorded(kind);
    expect(pages).toHaveLength(files);
    const counts = pages.map((page) => {
      const { statements, skipped } = read(kind, page);
      const { entries: rows } = kinds[kind].read(page.bytes, { court: page.court });
      expect([page.file, statements.filter(isEntry).length, skipped.length]).toEqual([page.file, rows.length, 0]);
      expect([page.file, statements.length - rows.length]).toEqual([page.file, 1]);
      return rows.length;
    });
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(entries);
  });

  it('give each record a key of its own, and each entry a name that no other has', () => {
    for (const page of recorded(kind)) {
      const { statements } = read(kind, page);
      const records = statements.map(({ recordKey }) => recordKey);
      expect([page.file, new Set(records).size]).toEqual([page.file, records.length]);
      const names = statements.filter(isEntry).map(({ keys }) => keys[0]!);
      expect([page.file, new Set(names).size]).toEqual([page.file, names.length]);
      expect([page.file, names.filter((name) => name.startsWith('text:')).length]).toEqual([
        page.file,
        page.court === 'cavc' ? 1 : 0,
      ]);
    }
  });

  it('say the same when they are read again, and name the rest the same when an entry is gone', () => {
    for (const page of recorded(kind)) {
      const first = read(kind, page);
      expect([page.file, read(kind, { ...page, bytes: Buffer.from(page.bytes) })]).toEqual([page.file, first]);
      const text = page.bytes.toString('latin1');
      const without = Buffer.from(
        kind === 'dockets_acms'
          ? JSON.stringify(withoutFirst(JSON.parse(page.bytes.toString('utf8')) as AcmsFile))
          : text.replace(/<tr><td valign="?top"?>\d\d\/\d\d\/\d{4}<\/td>[^]*?<\/tr>/, ''),
        kind === 'dockets_acms' ? 'utf8' : 'latin1',
      );
      const records = new Set(first.statements.map(({ recordKey }) => recordKey));
      // One of them, filtered, has no entry.
      if (first.statements.length === 1) continue;
      const left = read(kind, { ...page, bytes: without }).statements;
      expect([page.file, left.filter(({ recordKey }) => !records.has(recordKey)).length]).toEqual([page.file, 0]);
      expect([page.file, left.length]).toEqual([page.file, first.statements.length - 1]);
    }
  });

  it('tell no alien number', () => {
    for (const page of recorded(kind))
      expect([page.file, /A[-\s]?\d{2,3}[-\s]?\d{3}[-\s]?\d{3}\b/.test(JSON.stringify(read(kind, page)))]).toEqual([
        page.file,
        false,
      ]);
  });
});

interface AcmsFile {
  readonly docketInfo: { readonly docketEntries: readonly unknown[] };
}

const withoutFirst = ({ docketInfo, ...rest }: AcmsFile): AcmsFile => ({
  ...rest,
  docketInfo: { ...docketInfo, docketEntries: docketInfo.docketEntries.slice(1) },
});

describe('of recorded files of every kind', () => {
  it('each Source claims its own dockets and nothing else', () => {
    for (const [own, { source, extension }] of Object.entries(kinds)) {
      const claimed: string[] = [];
      for (const kind of readdirSync(folderOf(''), { withFileTypes: true }).filter((each) => each.isDirectory())) {
        for (const file of filesOf(kind.name)) {
          try {
            // As of a court of appeals, whatever court it is of.
            if (source.paramsOfPage!(body(kind.name, file), 'ca9') !== null) claimed.push(`${kind.name}/${file}`);
          } catch {
            // A page of its system that shows no docket.
          }
        }
      }
      expect(claimed.sort()).toEqual(
        filesOf(own, extension)
          .map((file) => `${own}/${file}`)
          .sort(),
      );
    }
  });
});

describe('the row ids of the Sixth Circuit', () => {
  it('count on in one row on a docket and in its feed: the value of a checkbox is a feed’s partId', () => {
    const docket = readAppellateDocket(body('dockets_appellate', 'ca6_1.html'), { court: 'ca6' });
    const feed = readCmecfFeed(body('rss_feeds', 'ca6.xml'), { court: 'ca6' });
    const of = (day: string, id: string | null): { readonly day: string; readonly id: number } => ({
      day,
      id: Number(id),
    });
    const rows = docket.entries.map(({ enteredAt, sequence }) => of(enteredAt!.slice(0, 10), sequence));
    const items = feed.items.map(({ enteredAt, partId }) => of(enteredAt!.slice(0, 10), partId));
    expect([rows.length, items.length]).toEqual([60, 9]);
    for (const item of items) {
      const [before, after] = [rows.filter(({ day }) => day < item.day), rows.filter(({ day }) => day > item.day)];
      expect(Math.max(...before.map(({ id }) => id))).toBeLessThan(item.id);
      expect(Math.min(...after.map(({ id }) => id))).toBeGreaterThan(item.id);
    }
  });
});
