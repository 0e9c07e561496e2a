import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDocketReport } from '@vigil/dockets';
import { readPage, textKey, type Reading } from '@vigil/source-kit';
import type { DocketEntryStatement, Statement } from '@vigil/timeline';
import { sharedFolder } from '@vigil/tooling/testing';
import { describe, expect, it } from 'vitest';
import { sourceById } from '../src/index.js';

const source = sourceById('court-mail');
const specimen = (name: string): Buffer =>
  readFileSync(join(import.meta.dirname, '../src/court-mail/fixtures', name, 'response.eml'));
const read = (body: Uint8Array, params: unknown = {}): Reading =>
  readPage(source, params, { url: '', capturedAt: '', status: 200, headers: {}, body });
const altered = (name: string, from: string, to: string): Buffer => {
  const text = specimen(name).toString('latin1');
  expect(text).toContain(from);
  return Buffer.from(text.replaceAll(from, to), 'latin1');
};
const entriesOf = ({ statements }: Reading): readonly DocketEntryStatement[] =>
  statements.filter((statement: Statement) => statement.kind === 'docket_entry');

describe('a mailed notice', () => {
  it('is one entry in each of its cases; what it does not show is not gone', () => {
    const reading = read(specimen('busy'));
    expect(reading).toMatchObject({ partial: true, skipped: [], builtAt: '2026-03-17T16:26:05.000Z' });
    expect(entriesOf(reading).map(({ case: { caseId }, keys }) => [caseId, keys[0]])).toEqual([
      ['9112881', 'seq:3'],
      ['9098474', expect.stringMatching(/^text:2026-03-17:/)],
      ['9098475', 'seq:210'],
      ['9098476', 'seq:77'],
      ['9098477', 'no:12'],
    ]);
    expect(new Set(entriesOf(reading).map(({ content: { text } }) => text)).size).toBe(1);
  });

  it('says itself which court it is of, and is not read for another', () => {
    expect(source.paramsOfPage?.(specimen('appellate'), 'cacd')).toEqual({ court: 'ca2' });
    expect(source.paramsOfPage?.(Buffer.from('<html><table>'), 'cacd')).toBeNull();
    expect(() => read(specimen('quiet'), { court: 'njd' })).toThrow(expect.objectContaining({ code: 'BAD_INPUT' }));
  });

  it('names an entry without document and number by its day and words, as the docket prints them', () => {
    const [entry] = entriesOf(read(specimen('unlinked')));
    const row =
      'MINUTE ORDER granting 7 Motion for Leave to Proceed under Pseudonym. Answer due by 3/31/2026. So ORDERED by Judge Ines B. Heron. (lcabj1) (Entered: 03/18/2026)';
    expect(entry!.keys).toEqual([textKey('2026-03-18', row), 'day:2026-03-18']);
  });

  it('of a court of appeals has the row id that stands behind its words, as the docket of such a court does', () => {
    expect(entriesOf(read(specimen('appellate')))[0]!.keys).toEqual(['part:3332664', 'doc:00208883934']);
  });

  it('has the labels of each docketing event; a label of capitals is one', () => {
    const labels = (body: Buffer): unknown => entriesOf(read(body))[0]!.content.labels;
    expect(labels(specimen('quiet'))).toEqual(['Order to Show Cause', 'Temporary Restraining Order']);
    const capitals = altered('quiet', 'Temporary Restraining Order AND Order to Show Cause', 'MEMORANDUM AND ORDER');
    expect(labels(capitals)).toEqual(['MEMORANDUM AND ORDER']);
  });

  it('that names a case twice, a case by nothing, or no day is counted', () => {
    const twice = read(altered('busy', 'DktRpt.pl?9098477', 'DktRpt.pl?9098474'));
    expect(twice.skipped).toEqual([{ reason: 'the case is named twice', where: 'case 5 of 5' }]);
    const nameless = read(
      altered('busy', '<A HREF=https://ecf.njb.uscourts.gov/cgi-bin/DktRpt.pl?9098477>25-93362-VFP</A>', ''),
    );
    expect(nameless.skipped).toEqual([{ reason: 'nothing tells its case', where: 'case 5 of 5' }]);
    const undated = read(altered('unlinked', '3/18/2026', 'some day'));
    expect(undated.skipped).toEqual([{ reason: 'it bears no date', where: 'case 1 of 1' }]);
  });

  it('is not read where it announces something else', () => {
    const other = altered('unlinked', 'MINUTE ORDER', 'Modified Dkt text from ORDER');
    expect(() => read(other)).toThrow(expect.objectContaining({ code: 'NOT_A_DOCKET' }));
  });
});

describe('real notices', () => {
  it.each(['nef_s3', 'nda'])('are read to Statements without loss: %s', (kind) => {
    const folder = join(sharedFolder('conformance'), kind);
    let entries = 0;
    for (const name of readdirSync(folder).filter((each) => each.endsWith('.txt') && each !== 'ohsd_3.txt')) {
      const bytes = readFileSync(join(folder, name));
      const expected = JSON.parse(readFileSync(join(folder, name.replace('.txt', '.json')), 'utf8')) as {
        dockets: unknown[];
      };
      const reading = read(bytes);
      const found = entriesOf(reading);
      expect({ name, entries: found.length, skipped: reading.skipped }).toEqual({
        name,
        entries: expected.dockets.length,
        skipped: [],
      });
      expect(new Set(reading.statements.map(({ recordKey }) => recordKey)).size).toBe(reading.statements.length);
      expect(reading.builtAt).not.toBeNull();
      expect(JSON.stringify(reading)).not.toMatch(/magic_num|uid=|\w@\w/);
      expect(read(source.redact!(bytes))).toEqual(reading);
      entries += found.length;
    }
    expect(entries).toBeGreaterThan(16);
  });

  it('name what they do not link as dockets do, whose rows all end with the day of entering', () => {
    const folder = sharedFolder('conformance/dockets_district');
    let rows = 0;
    for (const name of readdirSync(folder).filter((each) => ['njd_509180.html', 'ncwd_1.html'].includes(each))) {
      const { entries } = readDocketReport(readFileSync(join(folder, name)), { court: name.split('_')[0]! });
      for (const { text, enteredOn } of entries.filter(
        ({ number, documentId }) => number === null && documentId === null,
      )) {
        const [year, month, day] = enteredOn!.split('-');
        expect(text.endsWith(`(Entered: ${month}/${day}/${year})`)).toBe(true);
        expect(text).not.toMatch(/\[\d+\]/);
        rows += 1;
      }
    }
    expect(rows).toBeGreaterThan(10);
  });
});
