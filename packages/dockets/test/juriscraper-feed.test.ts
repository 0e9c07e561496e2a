import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sharedFolder } from '@vigil/tooling/testing';
import { describe, expect, it } from 'vitest';
import { harmonizeCaseName, readCmecfFeed, toJuriscraperFeed, type JuriscraperFeedDocket } from '../src/index.js';
import { appellateItem, bankruptcyItem, brooklynItem, bytes, channel, districtItem, unlinkedItem } from './feeds.js';

const map = (court: string, ...items: readonly string[]): readonly JuriscraperFeedDocket[] =>
  toJuriscraperFeed(readCmecfFeed(bytes(channel({ items })), { court }));

describe('the mapping of a feed to juriscraper', () => {
  it('gives one docket with one entry an item', () => {
    expect(map('cacd', districtItem)).toEqual([
      expect.objectContaining({
        court_id: 'cacd',
        docket_number: '8:17-cv-90898',
        case_name: 'Rivermouth v. Harbour Trust & Sons, Inc.',
        pacer_case_id: '690001',
        federal_dn_office_code: '8',
        federal_dn_case_type: 'cv',
        federal_dn_judge_initials_assigned: 'ABC',
        federal_dn_judge_initials_referred: 'DEF',
        federal_defendant_number: null,
        parties: null,
        docket_entries: [
          {
            date_filed: '2017-12-14T23:10:05+00:00',
            description: '',
            document_number: '26',
            pacer_doc_id: '031090001234',
            pacer_seq_no: '91',
            short_description: 'Order on Motion for TRO',
          },
        ],
      }),
    ]);
  });

  it('keeps the offset that was printed, and numbers appellate entries by their document', () => {
    const [docket] = map('ca10', appellateItem);
    expect(docket).toMatchObject({ docket_number: '21-99589', pacer_case_id: null, federal_dn_office_code: null });
    expect(docket!.docket_entries[0]).toMatchObject({
      date_filed: '2023-02-03T09:05:16-07:00',
      document_number: '010010807970',
      pacer_seq_no: null,
    });
  });

  it('gives a bankruptcy case’s facts as text', () => {
    expect(map('nysb', bankruptcyItem)[0]).toMatchObject({
      docket_number: '18-92414',
      federal_dn_office_code: null,
      federal_dn_judge_initials_assigned: 'rdd',
      type: 'bk',
      office: '7',
      chapter: '11',
      trustee_str: "O'Marsh, Petra Q.",
    });
  });

  it('loses what that loses: items without a plain number, and the row id of unlinked ones', () => {
    const odd = districtItem.replace('8:17-cv-90898-ABC-DEF', '5:18-~gr-90001');
    expect(map('cacd', odd)).toEqual([]);
    expect(map('cacd', unlinkedItem)[0]!.docket_entries[0].pacer_seq_no).toBeNull();
  });

  it('makes one of items of one case, second and document, wherever they stand', () => {
    const other = brooklynItem.replace('Scheduling Order', 'Motion to Adjourn');
    const later = brooklynItem.replace('21:39:48', '21:39:49');
    const labels = map('nyed', brooklynItem, later, other, brooklynItem).map(
      ({ docket_entries: [entry] }) => entry.short_description,
    );
    expect(labels).toEqual(['Motion to Adjourn AND Scheduling Order AND Scheduling Order', 'Scheduling Order']);
  });

  it('names the court as it was asked', () => {
    const feed = readCmecfFeed(bytes(channel({ items: [districtItem] })), { court: 'sdny' });
    expect(toJuriscraperFeed(feed, 'sdny')[0]!.court_id).toBe('sdny');
  });

  it.each([
    ['USA v. Wren', 'United States v. Wren'],
    ['Wren vs U.S.', 'Wren v. United States'],
    ['The United States of America v. Wren et al.', 'United States v. Wren'],
    ['United States of America et al v. Wren', 'United States of America v. Wren'],
    ['Wren, et al., v The State of Quills', 'Wren v. The State of Quills'],
    ['WREN VS. THE STATE', 'WREN v. State'],
    ['(Plaintiff) Wren v. Cross-Defendant/Appellee Sparrow, et. al.', '(Plaintiff) Wren v. Sparrow'],
    ['Plaintiff Wren, Appellant v. Sparrow, Defendants', 'Wren v. Sparrow'],
    ['Nos. Wren - v. – Sparrow;', 'Wren v. Sparrow'],
    ['“Wren’s” *Nest* #2', '"Wren\'s" Nest 2'],
    ['WREN v. SPARROW', 'WREN v. SPARROW'],
  ])('harmonizes the case name %s', (caption, name) => {
    expect(harmonizeCaseName(caption)).toBe(name);
  });

  it('is right on every example', () => {
    const conformance = sharedFolder('conformance');
    const folder = mkdtempSync(join(tmpdir(), 'vigil-score-'));
    try {
      const parse = `${process.execPath} ${fileURLToPath(new URL('programs/parse-feed.mjs', import.meta.url))}`;
      const report = join(folder, 'report.json');
      const args = [join(conformance, 'score.mjs'), '--parse', parse, '--kind', 'rss_feeds', '--json', report];
      spawnSync(process.execPath, args);
      const { all } = JSON.parse(readFileSync(report, 'utf8')) as { all: Record<string, number> };
      expect(all).toMatchObject({ files: 8, answered: 8, exact: 8, f1: 1 });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
