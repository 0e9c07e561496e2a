/** A docket of a court of appeals, of either of their systems, and the feed of its court tell of the same entries: one Event an entry. */
import { parseScenario, type ScenarioFile } from '@vigil/courthouse';
import { ensureTarget, timelinePage } from '@vigil/db';
import { courtById } from '@vigil/dockets';
import { afterEach, describe, expect, it } from 'vitest';
import { importFile, runCheck } from '../src/index.js';
import { openHouse, type House } from './house.js';

let house: House | undefined;
afterEach(async () => {
  await house?.close();
  house = undefined;
});

interface Entry {
  /** The feed's row id. */
  readonly id: number;
  /** As the feed prints it, and how the docket begins. */
  readonly label: string;
  readonly text: string;
  /** The moment at which it was docketed. */
  readonly at: string;
  readonly number?: number;
  /** Without the court's prefix and the digit that tells of attachments. */
  readonly document?: string;
}

const entries: readonly Entry[] = [
  {
    id: 9811387,
    label: 'Case docketed',
    text: 'Civil Case Docketed. Notice filed by Appellant Warden.',
    at: '2026-03-02T14:10:05Z',
    number: 1,
    document: '11990353',
  },
  {
    id: 9811396,
    label: 'Case manager assigned',
    text: 'The case manager for this case is assigned: Jo Teal.',
    at: '2026-03-02T14:20:41Z',
    number: 2,
  },
  {
    id: 9815023,
    label: 'Ruling letter sent',
    text: 'Ruling letter sent to the parties.',
    at: '2026-03-02T14:25:00Z',
    number: 3,
  },
  {
    id: 9815040,
    label: 'Judge order filed',
    text: 'Order filed by the panel: the motion for stay is denied.',
    at: '2026-03-02T16:45:59Z',
    number: 4,
    document: '11990380',
  },
];

/** A way in which courts of appeals print a docket, and what of it their feeds share. */
interface Way {
  readonly court: string;
  readonly prefix: string;
  readonly source: 'cmecf-appellate' | 'acms';
  /** The file that a person saves. */
  readonly file: (way: Way) => string;
  /** The feed prints no number. */
  readonly unnumbered?: true;
  readonly box?: true;
  readonly printed?: true;
}

const number = '26-95459';
/** As such a court prints a moment, in its own zone: `03/02/2026 09:10 AM`. */
const enteredIn = ({ court }: Way, { at }: Entry): string =>
  new Date(at)
    .toLocaleString('en-US', {
      timeZone: courtById(court).zone,
      month: '2-digit',
      day: '2-digit',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
    })
    .replace(/,? +/, ' ')
    .replace(/\s(?=[AP]M)/, ' ');

const documentOf = ({ prefix }: Way, { document }: Entry): string | null =>
  document === undefined ? null : `${prefix}1${document}`;

function row(way: Way, entry: Entry): string {
  const document = documentOf(way, entry);
  const shown = way.unnumbered ? '' : `&nbsp;${entry.number}&nbsp;`;
  const box = way.box ? `<input type=checkbox name='d' value='${entry.id}'>` : '';
  const link =
    document === null ? shown : `<a HREF="https://ecf.${way.court}.uscourts.gov/docs1/${document}">${shown}</a>`;
  const own = way.printed ? ` [${entry.id}]` : '';
  return `<tr><td>03/02/2026</td><td>${box}${link}</td><td>${entry.text}${own} (JAC) [Entered: ${enteredIn(way, entry)}]</td></tr>`;
}

const docketPage = (way: Way): string => `<HTML><HEAD><TITLE>${number} Docket</TITLE></HEAD><BODY><table>
<!-- ==== NEW SECTION - Case Stub ==== --><tr><td><table><tr><td><b>Court of Appeals Docket #: </b>${number}</td><td><b>Docketed:</b> 03/02/2026</td></tr>
<tr><td>Roe v. Warden</td></tr><tr><td><b>Appeal From:</b> Harbour District</td></tr></table></td></tr>
<!-- ==== NEW SECTION - Orig Court ==== --><tr><td><table><tr><td><B>District: </B>0648-1 : <a href="https://ecf.ohsd.uscourts.gov/x">1:26-cv-90011-ABC</a></td></tr></table></td></tr></table>
<!-- ==== NEW SECTION - DOCKET ENTRIES ==== --><table>${entries.map((entry) => row(way, entry)).join('\n')}</table></BODY></HTML>`;

const acmsFile = (way: Way): string =>
  JSON.stringify({
    caseDetails: {
      caseId: '990397f0-0000-ec11-b820-00155d00beef',
      caseNumber: number,
      name: 'Roe v. Warden',
      caseOpened: '2026-03-02',
      court: { name: 'Harbour District' },
    },
    docketInfo: {
      isCaseSealed: false,
      docketEntries: entries.map((entry) => ({
        endDateFormatted: '03/02/2026',
        entryNumber: entry.number,
        docketEntryText: `<p><strong>${entry.text}</strong> [Entered: ${enteredIn(way, entry)}]</p>`,
        docketEntryId: `0${entry.id}-0000-ee11-be6e-001dd800beef`,
        documentCount: entry.document === undefined ? 0 : 1,
      })),
    },
  });

/** All in one house: the merge of one court's case asks nothing of another's. */
const ways: readonly Way[] = [
  { court: 'ca6', prefix: '006', source: 'cmecf-appellate', file: docketPage, box: true },
  { court: 'ca4', prefix: '004', source: 'cmecf-appellate', file: docketPage, printed: true },
  { court: 'cafc', prefix: '013', source: 'cmecf-appellate', file: docketPage },
  { court: 'ca10', prefix: '010', source: 'cmecf-appellate', file: docketPage, unnumbered: true },
  { court: 'ca2', prefix: '002', source: 'acms', file: acmsFile },
];

const scenario = parseScenario({
  title: 'Dockets of appeals and their feeds',
  clock: { start: '2026-03-02T18:00:00Z' },
  courts: ways.map((way, n): ScenarioFile['courts'][number] => ({
    id: way.court,
    name: `Circuit ${n + 1}`,
    shape: 'appellate',
    documentPrefix: way.prefix,
    zone: 'America/New_York',
    cases: [
      {
        id: `900000${n}`,
        number,
        caption: 'Roe v. Warden',
        entries: entries.map(({ id, label, at, document, ...entry }) => ({
          at,
          sequence: id,
          labels: [label],
          ...(document !== undefined && {
            document,
            ...(way.unnumbered ? {} : { number: entry.number! }),
          }),
        })),
      },
    ],
  })),
});

async function watch(court: string): Promise<void> {
  const named = { source: 'cmecf-rss', params: { court }, title: court, courtId: court };
  expect(await runCheck(house!.rooms, await ensureTarget(house!.rooms.db, named))).toMatchObject({ outcome: 'NEWS' });
}

async function bring(way: Way): Promise<void> {
  const file = {
    source: null,
    court: way.court,
    bytes: Buffer.from(way.file(way)),
    capturedAt: '2026-03-02T17:59:00Z',
  };
  expect(await importFile(house!.rooms, file)).toMatchObject({
    source: way.source,
    statements: entries.length + 1,
    skipped: 0,
  });
}

describe.each([
  ['the feed first', [watch, bring]],
  ['the docket first', [bring, watch]],
])('dockets of courts of appeals and their feeds, %s', (_name, [first]) => {
  it('tell one Event an entry, with label, text and number', { timeout: 60_000 }, async () => {
    house = await openHouse({ scenario });
    const db = house.rooms.db;
    for (const way of ways) {
      await (first === watch ? watch(way.court) : bring(way));
      await (first === watch ? bring(way) : watch(way.court));
      const { rows } = await db.pool.query<{ id: string; facts: object }>(
        'SELECT id, docket_number, facts FROM "case" WHERE court_id = $1',
        [way.court],
      );
      expect([way.court, rows]).toMatchObject([
        way.court,
        [
          {
            docket_number: number,
            facts: {
              caption: 'Roe v. Warden',
              filedOn: '2026-03-02',
              appealFrom: 'Harbour District',
              originatingNumber: way.source === 'acms' ? null : '1:26-cv-90011',
            },
          },
        ],
      ]);
      const { events } = await timelinePage(db, {
        filter: { cases: [rows[0]!.id] },
        orderBy: 'OCCURRED_AT',
        limit: 100,
      });
      const told = events
        .flatMap(({ content: { kind, facts }, possibleDuplicateOf }) =>
          kind === 'DOCKET_ENTRY'
            ? [
                [
                  facts.labels?.join(),
                  facts.text?.slice(0, 15),
                  facts.number,
                  facts.enteredAt?.slice(0, 16),
                  possibleDuplicateOf.length,
                ],
              ]
            : [],
        )
        .reverse();
      expect([way.court, told]).toEqual([
        way.court,
        entries.map((entry) => [
          entry.label,
          entry.text.slice(0, 15),
          way.unnumbered ? null : String(entry.number),
          entry.at.slice(0, 16),
          0,
        ]),
      ]);
    }
  });
});
