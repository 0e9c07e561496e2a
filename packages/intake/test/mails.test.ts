/** A court's mail, its feed and its docket tell of the same entries; what is secret in a mail is kept nowhere. */
import { parseScenario } from '@vigil/courthouse';
import { ensureTarget, timelinePage } from '@vigil/db';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { DocketEntryFacts } from '@vigil/timeline';
import { afterEach, describe, expect, it } from 'vitest';
import { importFile, runCheck, type Imported } from '../src/index.js';
import { openHouse, type House } from './house.js';

let house: House | undefined;
afterEach(async () => {
  await house?.close();
  house = undefined;
});

const scenario = parseScenario({
  title: 'Entries that are mailed, too',
  clock: { start: '2026-03-02T18:00:00Z' },
  courts: [
    {
      id: 'cacd',
      name: 'Central District of California',
      shape: 'district',
      documentPrefix: '031',
      seatZone: 'America/Los_Angeles',
      windowHours: 24 * 365,
      maxItems: 1_000,
      cases: [
        {
          id: '9000001',
          number: '8:26-cv-90001-ABC',
          caption: 'Roe v. Warden',
          report: {
            filed: '2026-02-27',
            assignedTo: 'Judge Ada B. Cormorant',
            natureOfSuit: '463 Habeas Corpus',
            flags: [],
          },
          entries: [
            {
              at: '2026-02-28T02:00:00Z',
              sequence: 5,
              number: 1,
              document: '96000001',
              labels: ['Petition for Writ of Habeas Corpus'],
              text: 'PETITION for Writ of Habeas Corpus by Roe. (Attachments: # 1 Civil Cover Sheet)',
            },
            {
              at: '2026-03-02T16:00:00Z',
              sequence: 9,
              labels: ['Order'],
              text: 'IN CHAMBERS by Judge Cormorant: the hearing on 1 Petition is vacated.',
            },
            {
              at: '2026-03-02T17:00:00Z',
              sequence: 12,
              labels: ['Order on Motion to Stay'],
              unlinkedNumber: 2,
              filed: '2026-03-01',
              text: 'TEXT ONLY ORDER by Judge Cormorant: respondents shall not move petitioner.',
            },
          ],
        },
      ],
    },
  ],
});

interface Notice {
  readonly date: string;
  readonly entered: string;
  readonly filed: string;
  readonly document: string;
  readonly label: string;
  readonly text: string;
}

/** As the court mails it. */
const mailOf = ({ date, entered, filed, document, label, text }: Notice): Buffer =>
  Buffer.from(`Date: ${date}
From:cmecf@court.example.org
To:xenia.tarn@example.org
Subject:Activity in Case 8:26-cv-90001-ABC Roe v. Warden ${label}
Content-Type: text/html

<div><BR>The following transaction was entered on ${entered} PST and filed on ${filed} <BR>
<table><tr><td><strong>Case Name:</strong></td><td>Roe v. Warden</td></tr>
<tr><td><strong>Case Number:</strong></td><td><A HREF=https://ecf.cacd.uscourts.gov/cgi-bin/DktRpt.pl?9000001>8:26-cv-90001-ABC</A></td></tr>
<tr><td><strong>Document Number:</strong></td><td>${document}</td></tr></table>
<p><strong>Docket Text:</strong><BR><b>${text}</b></p>
<BR><B>8:26-cv-90001-ABC Notice has been electronically mailed to:</B><BR>Xenia Tarn &nbsp;xenia.tarn@example.org<BR></div>
`);

const mails = [
  {
    date: 'Fri, 27 Feb 2026 18:00:30 -0800',
    entered: '2/27/2026 at 6:00 PM',
    filed: '2/27/2026',
    document:
      '<a href="https://ecf.cacd.uscourts.gov/doc1/031196000001?caseid=9000001&de_seq_num=5&magic_num=sEcretToken">1</a>',
    label: 'Petition for Writ of Habeas Corpus',
    text: 'PETITION for Writ of Habeas Corpus by Roe. (Attachments: # (1) Civil Cover Sheet)',
  },
  {
    date: 'Mon, 2 Mar 2026 08:00:30 -0800',
    entered: '3/2/2026 at 8:00 AM',
    filed: '3/2/2026',
    document: 'No document attached',
    label: 'Order',
    text: 'IN CHAMBERS by Judge Cormorant: the hearing on [1] Petition is vacated.',
  },
  {
    date: 'Mon, 2 Mar 2026 09:00:30 -0800',
    entered: '3/2/2026 at 9:00 AM',
    filed: '3/1/2026',
    document: '2(No document attached)',
    label: 'Order on Motion to Stay',
    text: 'TEXT ONLY ORDER by Judge Cormorant: respondents shall not move petitioner.',
  },
].map(mailOf);

const bring = (bytes: Uint8Array): Promise<Imported> =>
  importFile(house!.rooms, { source: null, court: 'inbox', bytes, capturedAt: null });

const looks: Readonly<Record<'mail' | 'feed' | 'docket', () => Promise<void>>> = {
  mail: async () => {
    for (const mail of mails) await bring(mail);
  },
  feed: () => look('cmecf-rss', { court: 'cacd' }),
  docket: () => look('cmecf-docket', { court: 'cacd', caseId: '9000001' }),
};

async function look(source: string, params: object): Promise<void> {
  const target = await ensureTarget(house!.rooms.db, { source, params, title: source, courtId: 'cacd' });
  expect(await runCheck(house!.rooms, target)).not.toMatchObject({ outcome: 'FAILED' });
}

const orders: readonly (readonly (keyof typeof looks)[])[] = [
  ['mail', 'feed'],
  ['feed', 'mail'],
  ['mail', 'docket'],
  ['docket', 'mail'],
  ['mail', 'feed', 'docket'],
  ['docket', 'feed', 'mail'],
  ['feed', 'mail', 'docket'],
  ['feed', 'docket', 'mail'],
];

describe.each(orders.map((order) => [order.join(', '), order] as const))(
  'a court’s %s, in this order',
  (_name, order) => {
    it('tell one Event an entry', async () => {
      house = await openHouse({ scenario });
      for (const what of order) await looks[what]();
      const { events } = await timelinePage(house.rooms.db, { filter: {}, orderBy: 'OCCURRED_AT', limit: 100 });
      const told = events.map(({ content, possibleDuplicateOf }) => {
        const { number, labels, text, filedOn } = content.facts as DocketEntryFacts;
        return [number, labels?.join(), text?.replace(/\W/g, '').slice(0, 14), filedOn, possibleDuplicateOf.length];
      });
      expect(told).toEqual([
        [null, 'Order', 'INCHAMBERSbyJu', '2026-03-02', 0],
        ['2', 'Order on Motion to Stay', 'TEXTONLYORDERb', '2026-03-01', 0],
        ['1', 'Petition for Writ of Habeas Corpus', 'PETITIONforWri', '2026-02-27', 0],
      ]);
      const { rows } = await house.rooms.db.pool.query('SELECT docket_number, pacer_case_id, caption FROM "case"');
      expect(rows).toEqual([{ docket_number: '8:26-cv-90001', pacer_case_id: '9000001', caption: 'Roe v. Warden' }]);
    });
  },
);

describe('a mail', () => {
  it('is of the moment that it was sent, part of what there is, and known when it comes again', async () => {
    house = await openHouse({ scenario });
    const [mail] = mails;
    expect(await bring(mail!)).toMatchObject({
      source: 'court-mail',
      court: 'cacd',
      capturedAt: '2026-02-28T02:00:30.000Z',
      changes: 1,
      isNew: true,
    });
    expect(await bring(mail!)).toMatchObject({ changes: 0, isNew: false });
    const { rows } = await house.rooms.db.pool.query('SELECT DISTINCT completeness FROM sighting');
    expect(rows).toEqual([{ completeness: 'PARTIAL' }]);
  });

  it('is kept without its token and its reader; the hash is that of the mail as it came', async () => {
    house = await openHouse({ scenario });
    const [mail] = mails;
    const { captureId } = await bring(mail!);
    const { db, archive } = house.rooms;
    const { rows } = await db.pool.query<{ came: string; kept: string }>(
      'SELECT c.raw_sha256 AS came, b.raw_sha256 AS kept FROM capture c JOIN body b ON b.sha256 = c.body_sha256 WHERE c.id = $1',
      [captureId],
    );
    const [{ came, kept }] = rows as [(typeof rows)[number]];
    expect(came).toBe(createHash('sha256').update(mail!).digest('hex'));
    const bytes = Buffer.from(await archive.get(kept));
    expect(kept).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(bytes.toString()).toContain('PETITION for Writ');
    expect(bytes.toString()).toMatch(/^X-Vigil-Redacted: /);
    expect(bytes.toString()).not.toMatch(/sEcret|Xenia|xenia|@/);
    const dump = await db.pool.query<{ row: string }>(
      `SELECT query_to_xml('SELECT * FROM ' || quote_ident(table_name), true, true, '')::text AS row
       FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
    );
    expect(dump.rows.map(({ row }) => row).join()).not.toMatch(/sEcret|Xenia|xenia/);
  });

  const head =
    'Date: Mon, 2 Mar 2026 08:00:30 -0800\nFrom: ecf@cacd.example\nSubject: Activity in Case 8:26-cv-90001\n';
  const part = (type: string, body: string): string =>
    `--b\nContent-Type: ${type}\nContent-Disposition: attachment; filename=notice.html\n\n${body}\n`;
  /** A notice as a court words it. */
  const worded = `<p>U.S. District Court</p><p>Central District of California</p><p>Notice of Electronic Filing</p>
    <p>The following transaction was entered on 3/2/2026 at 8:00 AM PST and filed on 3/2/2026</p>
    <p>Case Name: Roe v. Warden</p><p>Case Number: <a href="https://ecf.cacd.uscourts.gov/cgi-bin/DktRpt.pl?9000001">8:26-cv-90001</a></p>
    <p>Document Number: 3</p><p>Docket Text: ORDER that everybody is released.</p>`;
  it.each([
    ['a letter', `${head}\nDear Xenia,\n`],
    [
      'one that somebody attached',
      `${head}Content-Type: multipart/mixed; boundary=b\n\n${part('text/html', worded)}--b--\n`,
    ],
    [
      'a program, an archive and 4 MB of zeros',
      `${head}Content-Type: multipart/mixed; boundary=b\n\n${part('application/x-msdownload', 'MZ')}${part('application/zip', 'UEsDBA==')}${part('text/plain', '0'.repeat(4_000_000))}--b--\n`,
    ],
  ])('that is no notice but %s is a typed error, and nothing of it is kept', async (_what, text) => {
    house = await openHouse({ scenario });
    const letter = Buffer.from(text);
    await expect(bring(letter)).rejects.toMatchObject({ code: 'NOT_A_DOCKET' });
    const { rows } = await house.rooms.db.pool.query(
      'SELECT (SELECT count(*)::int FROM capture) + (SELECT count(*)::int FROM event) AS n',
    );
    expect(rows).toEqual([{ n: 0 }]);
    const files = await readdir(house.archiveDirectory, { recursive: true, withFileTypes: true });
    for (const file of files.filter((each) => each.isFile() && !each.name.endsWith('.key'))) {
      expect((await readFile(path.join(file.parentPath, file.name))).length).toBe(0);
    }
  });
});
