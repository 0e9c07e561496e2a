/** A docket report and the feed of its court tell of the same entries: one Event an entry, whichever came first. */
import { parseScenario, type Scenario, type ScenarioFile } from '@vigil/courthouse';
import { ensureTarget, timelinePage } from '@vigil/db';
import { readDocketReport, type ReportedEntry } from '@vigil/dockets';
import type { DocketEntryFacts } from '@vigil/timeline';
import { sharedFolder } from '@vigil/tooling/testing';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { importFile, runCheck, type CheckResult } from '../src/index.js';
import { openHouse, type House } from './house.js';

let house: House | undefined;
afterEach(async () => {
  await house?.close();
  house = undefined;
});

/** Looks at one Target of a Source. */
async function look(
  source: string,
  params: { readonly court: string; readonly caseId?: string },
): Promise<CheckResult> {
  const { court } = params;
  const named = { source, params, title: source, courtId: court };
  return runCheck(house!.rooms, await ensureTarget(house!.rooms.db, named));
}

interface Told extends Omit<DocketEntryFacts, 'documentUrl'> {
  readonly possibleDuplicateOf: readonly string[];
}

/** Every Event, oldest first. */
async function timeline(): Promise<readonly Told[]> {
  const { events } = await timelinePage(house!.rooms.db, { filter: {}, orderBy: 'OCCURRED_AT', limit: 1_000 });
  return events
    .flatMap(({ content: { kind, facts }, possibleDuplicateOf }) =>
      kind === 'DOCKET_ENTRY' ? { ...facts, possibleDuplicateOf } : [],
    )
    .reverse();
}

type CourtFile = ScenarioFile['courts'][number];
type EntryFile = CourtFile['cases'][number]['entries'][number];

/** A court with one case, as it stands in March 2026, with everything that was docketed still in the feed. */
function scenarioOf(docketCase: Omit<CourtFile['cases'][number], 'caption'>, court: Partial<CourtFile>): Scenario {
  return parseScenario({
    title: 'A docket and its feed',
    clock: { start: '2026-03-02T18:00:00Z' },
    courts: [
      {
        id: 'cacd',
        name: 'Central District of California',
        shape: 'district',
        documentPrefix: '031',
        seatZone: 'America/Los_Angeles',
        windowHours: 24 * 365 * 50,
        maxItems: 1_000,
        ...court,
        cases: [{ ...docketCase, caption: 'Roe v. Warden' }],
      },
    ],
  });
}

const invented = scenarioOf(
  {
    id: '9000001',
    number: '8:26-cv-90001-ABC',
    report: {
      filed: '2026-02-27',
      assignedTo: 'Judge Ada B. Cormorant',
      natureOfSuit: '463 Habeas Corpus - Alien Detainee',
      flags: ['HABEAS'],
    },
    entries: [
      {
        at: '2026-02-28T02:00:00Z',
        sequence: 5,
        number: 1,
        document: '96000001',
        labels: ['Petition for Writ of Habeas Corpus'],
        text: 'PETITION for Writ of Habeas Corpus by Roe.',
      },
      {
        at: '2026-03-02T16:00:00Z',
        sequence: 9,
        labels: ['Set Deadlines'],
        text: 'Set Deadlines as to 1 Petition: 3/9/2026.',
      },
      {
        at: '2026-03-02T16:05:00Z',
        sequence: 10,
        labels: ['Reset Deadlines'],
        text: 'Reset Deadlines as to 1 Petition: 3/16/2026.',
      },
      {
        at: '2026-03-02T17:00:00Z',
        sequence: 12,
        labels: ['Order'],
        unlinkedNumber: 2,
        filed: '2026-03-01',
        text: 'TEXT ONLY ORDER by Judge Cormorant: respondents shall not move petitioner.',
      },
    ],
  },
  {},
);

const looks: Readonly<Record<string, readonly ('rss' | 'docket')[]>> = {
  'the feed first': ['rss', 'docket'],
  'the docket first': ['docket', 'rss'],
  'each twice': ['docket', 'rss', 'docket', 'rss'],
};

describe.each(Object.entries(looks))('a docket and its feed, %s', (_name, order) => {
  it('tell one Event an entry, with label, text, number and both dates', async () => {
    house = await openHouse({ scenario: invented });
    for (const what of order) {
      const params = what === 'rss' ? { court: 'cacd' } : { court: 'cacd', caseId: '9000001' };
      expect(await look(`cmecf-${what}`, params)).not.toMatchObject({ outcome: 'FAILED' });
    }
    const facts = (await timeline()).map(
      ({ number, labels, text, filedOn, enteredOn, enteredAt, possibleDuplicateOf }) => [
        number,
        labels?.join(),
        text?.slice(0, 14),
        filedOn,
        enteredOn,
        enteredAt?.slice(0, 16),
        possibleDuplicateOf.length,
      ],
    );
    expect(facts).toEqual([
      ['1', 'Petition for Writ of Habeas Corpus', 'PETITION for W', '2026-02-27', '2026-02-27', '2026-02-28T02:00', 0],
      ['2', 'Order', 'TEXT ONLY ORDE', '2026-03-01', '2026-03-02', '2026-03-02T17:00', 0],
      [null, 'Set Deadlines', 'Set Deadlines ', '2026-03-02', '2026-03-02', '2026-03-02T16:00', 0],
      [null, 'Reset Deadlines', 'Reset Deadline', '2026-03-02', '2026-03-02', '2026-03-02T16:05', 0],
    ]);
    const { rows } = await house.rooms.db.pool.query('SELECT docket_number, pacer_case_id, caption, facts FROM "case"');
    expect(rows).toMatchObject([
      {
        docket_number: '8:26-cv-90001',
        pacer_case_id: '9000001',
        caption: 'Roe v. Warden',
        facts: { assignedTo: 'Judge Ada B. Cormorant', flags: ['HABEAS'], filedOn: '2026-02-27' },
      },
    ]);
  });
});

describe('a docket report', () => {
  it('is never asked of a court itself: a person opens it', async () => {
    house = await openHouse({ scenario: invented });
    const fetcher = { ...house.rooms.fetcher, via: null, get: () => Promise.reject(new Error('asked')) };
    house = { ...house, rooms: { ...house.rooms, fetcher } };
    expect(await look('cmecf-docket', { court: 'cacd', caseId: '9000001' })).toMatchObject({
      outcome: 'FAILED',
      error: { code: 'ATTENDED_ONLY' },
    });
    expect(house.courthouse.requests).toEqual([]);
  });

  it('that shows a part alone is recorded as a part', async () => {
    house = await openHouse({ scenario: invented });
    const report = await fetch(`${house.courthouse.origin}/ecf.cacd.uscourts.gov/cgi-bin/DktRpt.pl?9000001`);
    const html = (await report.text()).replace('8:26-cv-90001-ABC</td>', '8:26-cv-90001-ABC Doc From: 2</td>');
    await importFile(house.rooms, { source: null, court: 'cacd', bytes: Buffer.from(html), capturedAt: null });
    const { rows } = await house.rooms.db.pool.query('SELECT DISTINCT completeness FROM sighting');
    expect(rows).toEqual([{ completeness: 'PARTIAL' }]);
  });
});

/** What a court's feed may call an entry of this text: the kind of event that a clerk chooses. */
function labelOf(text: string): string {
  const known: readonly (readonly [RegExp, string])[] = [
    [/^Reset/, 'Reset Deadlines'],
    [/^Set/, 'Set Deadlines'],
    [/^(?:Amended )?Minute Entry/i, 'Minute Entry'],
    [/^TEXT ORDER/, 'Order'],
    [/^Pro Hac Vice counsel/, 'Notice of Pro Hac Vice to Receive NEF'],
    [/QUALITY CONTROL/, 'Quality Control Message'],
    [/^Judge/, 'Add and Terminate Judges'],
  ];
  return known.find(([form]) => form.test(text))?.[1] ?? /^[A-Za-z ]{4,40}/.exec(text)?.[0].trim() ?? 'Docket Entry';
}

/** The feed's side of a docket: a row id for each entry, which rows without a link do not show. */
function feedOf(entries: readonly ReportedEntry[]): readonly EntryFile[] {
  const taken = new Set(entries.map(({ sequence }) => Number(sequence)));
  let last = 0;
  return entries.map(({ sequence, number, documentId, enteredOn, filedOn, text }, index): EntryFile => {
    if (sequence !== null) last = Number(sequence);
    else while (taken.has(last)) last += 1;
    taken.add(last);
    return {
      at: new Date(Date.parse(`${enteredOn ?? filedOn}T17:00:00Z`) + index * 1_000).toISOString(),
      sequence: last,
      labels: [labelOf(text)],
      ...(documentId !== null && { number: Number(number), document: documentId.slice(4) }),
    };
  });
}

describe.each(['njd_365922', 'njd_509180'])('the docket %s of a real court', (name) => {
  const caseId = name.slice(4);
  it.each(['the feed first', 'the docket first'])('meets the feed’s items, %s', { timeout: 60_000 }, async (order) => {
    const bytes = await readFile(path.join(sharedFolder('conformance/dockets_district'), `${name}.html`));
    const { entries, printedNumber } = readDocketReport(bytes, { court: 'njd' });
    const scenario = scenarioOf(
      { id: caseId, number: printedNumber!, entries: [...feedOf(entries)] },
      { id: 'njd', name: 'District of New Jersey', documentPrefix: '119', seatZone: 'America/New_York' },
    );
    house = await openHouse({ scenario });
    const page = { source: null, court: 'njd', bytes, capturedAt: '2025-01-01T00:00:00.000Z' };
    if (order === 'the feed first') await look('cmecf-rss', { court: 'njd' });
    const imported = await importFile(house.rooms, page);
    expect(imported).toMatchObject({ source: 'cmecf-docket', statements: entries.length + 1, skipped: 0 });
    if (order !== 'the feed first') await look('cmecf-rss', { court: 'njd' });
    const told = await timeline();
    expect(told).toHaveLength(entries.length);
    expect(told.filter(({ labels, text }) => labels === null || text === null)).toEqual([]);
    expect(new Set(told.map(({ text }) => text))).toEqual(new Set(entries.map(({ text }) => text)));
    expect(told.filter(({ text, labels }) => labels![0] !== labelOf(text!))).toEqual([]);
    expect(told.filter(({ possibleDuplicateOf }) => possibleDuplicateOf.length > 0)).toEqual([]);
  });
});
