import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCmecfFeed, type FeedItem } from '../src/index.js';
import {
  appellateItem,
  bankruptcyItem,
  brooklynItem,
  bytes,
  channel,
  districtItem,
  feeds,
  item,
  unlinkedItem,
} from './feeds.js';

const read = (court: string, ...items: readonly string[]): readonly FeedItem[] =>
  readCmecfFeed(bytes(channel({ items })), { court }).items;

describe('a feed', () => {
  it('says what it is, what it carries and when it was built', () => {
    const feed = readCmecfFeed(bytes(feeds[2]![1]), { court: 'ca10' });
    expect(feed).toMatchObject({
      court: 'ca10',
      title: 'Central District of California - Recent Entries',
      description: 'Docket entries of type: opinions',
      entryTypes: ['opinions'],
      builtAt: '2023-02-03T17:58:42.000Z',
      skipped: [],
    });
  });

  it.each([
    ['Docket entries of type: all', 'all'],
    ['Docket entries of type: orders, opinions,judgments', ['orders', 'opinions', 'judgments']],
    ['Public Complaints, Orders and Judgments in the last 24 Hours', ['complaints', 'orders', 'judgments']],
    ['What is new', null],
  ])('states its entry types: %s', (description, types) => {
    expect(readCmecfFeed(bytes(channel({ description })), { court: 'cacd' }).entryTypes).toEqual(types);
  });

  it('is of the court that an alias names', () => {
    expect(readCmecfFeed(bytes(channel({})), { court: 'sdny' }).court).toBe('nysd');
    expect(() => readCmecfFeed(bytes(channel({})), { court: 'xxxd' })).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_COURT' }),
    );
  });

  it('does not take the title of its image for its own', () => {
    const text = channel({ title: 'Ours' }).replace('<title>Ours', '<image><title>Banner</title></image><title>Ours');
    expect(readCmecfFeed(bytes(text), { court: 'nyed' }).title).toBe('Ours');
  });

  it('has no build date rather than a wrong one', () => {
    for (const built of ['yesterday', 'Thu, 31 Apr 2017 23:30:00 GMT', 'Thu, 14 Dec 2017 23:30:00 XYZ', '']) {
      expect(readCmecfFeed(bytes(channel({ built })), { court: 'cacd' }).builtAt).toBeNull();
    }
  });

  it('is read as the README shows', () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
    const shown = [...readme.matchAll(/feed\.items\[0\]\.(\w+)(?:\.(\w+))?; \/\/ (.+)/g)];
    expect(shown.length).toBeGreaterThan(2);
    const first = read('cacd', districtItem)[0] as unknown as Record<string, Record<string, unknown>>;
    for (const [, key, inner, value] of shown) {
      expect(inner === undefined ? first[key!] : first[key!]![inner]).toEqual(JSON.parse(value!.replaceAll("'", '"')));
    }
  });
});

describe('an item', () => {
  it('of a district court', () => {
    expect(read('cacd', districtItem)).toEqual([
      {
        caseId: '690001',
        docketNumber: expect.objectContaining({ canonical: '8:17-cv-90898', assignedInitials: 'ABC' }),
        printedNumber: '8:17-cv-90898-ABC-DEF',
        caption: 'Rivermouth et al v. Harbour Trust & Sons, Inc.',
        number: '26',
        documentId: '031090001234',
        documentUrl: 'https://ecf.cacd.uscourts.gov/doc1/031190001234?caseid=690001&de_seq_num=91',
        sequence: '91',
        partId: null,
        labels: ['Order on Motion for TRO'],
        guid: 'https://ecf.cacd.uscourts.gov/cgi-bin/DktRpt.pl?690001&91',
        enteredAt: '2017-12-14T23:10:05.000Z',
        enteredOffset: 0,
        bankruptcy: null,
      },
    ]);
  });

  it('without a link keeps the row id of its guid', () => {
    expect(read('cacd', unlinkedItem)[0]).toMatchObject({
      sequence: '93',
      number: null,
      documentId: null,
      documentUrl: null,
      labels: ['~Util - Set Hearings'],
    });
  });

  it('of a bankruptcy court tells of the case', () => {
    expect(read('nysb', bankruptcyItem)[0]).toMatchObject({
      caseId: '990624',
      caption: 'Lantern Bay Ferries LLC',
      docketNumber: { canonical: '18-92414', assignedInitials: 'rdd' },
      number: null,
      documentId: '126090004567',
      sequence: '24',
      labels: ['Notice, Adjournment of Hearing'],
      bankruptcy: { type: 'bk', office: '7', chapter: '11', trustee: "O'Marsh, Petra Q." },
    });
    const bare = bankruptcyItem.replace('Chapter: 11 Trustee: O&#x26;#039;Marsh, Petra Q.', 'Chapter:  ');
    expect(read('nysb', bare)[0]!.bankruptcy).toEqual({ type: 'bk', office: '7', chapter: null, trustee: null });
  });

  it('of a court of appeals has a part id, and a time in the court’s zone', () => {
    expect(read('ca10', appellateItem)[0]).toMatchObject({
      caseId: null,
      docketNumber: { canonical: '21-99589' },
      number: null,
      documentId: '010010807970',
      partId: '10974397',
      sequence: null,
      enteredAt: '2023-02-03T16:05:16.000Z',
      enteredOffset: -420,
    });
  });

  it('of E.D.N.Y. has a number and neither row nor document id', () => {
    expect(read('nyed', brooklynItem)[0]).toMatchObject({
      caseId: '992475',
      caption: 'Wren & Sparrow v. Port of <Wallabout>',
      number: '51',
      documentId: null,
      documentUrl: 'https://ecf.nyed.uscourts.gov/cgi-bin/show_case_doc?51,992475,,,',
      sequence: null,
      labels: ['Scheduling Order'],
    });
  });

  it('is kept where its docket number is unusual or missing', () => {
    const titles = ['5:18-~gr-90001 ', 'Pending number Rivermouth v. X', 'x9/y Rivermouth v. X', '8:17-cv-90898'];
    const items = read(
      'cacd',
      ...titles.map((title) => districtItem.replace(/<title>.*<\/title>/, `<title>${title}</title>`)),
    );
    expect(
      items.map(({ printedNumber, caption, docketNumber }) => [printedNumber, caption, docketNumber?.canonical]),
    ).toEqual([
      ['5:18-~gr-90001', null, '5:18-~gr-90001'],
      [null, 'Pending number Rivermouth v. X', undefined],
      ['x9/y', 'Rivermouth v. X', undefined],
      ['8:17-cv-90898', null, '8:17-cv-90898'],
    ]);
  });

  it('is kept where it says little, and counted where it says nothing', () => {
    const feed = readCmecfFeed(
      bytes(
        channel({
          items: [item({ title: '8:17-cv-90898 X v. Y' }), '<item></item>', item({ link: 'x' }), districtItem],
        }),
      ),
      { court: 'cacd' },
    );
    expect(feed.items).toHaveLength(2);
    expect(feed.items[0]).toMatchObject({ labels: [], enteredAt: null, guid: null, caseId: null });
    expect(feed.skipped).toEqual([
      { reason: 'an empty item', where: 'item 2' },
      { reason: 'an empty item', where: 'item 3' },
    ]);
  });

  it('is skipped where its description is absurd, and its neighbours are kept', () => {
    const absurd = item({ title: '8:17-cv-90898 X', description: '&lt;b>'.repeat(50_000) });
    const feed = readCmecfFeed(bytes(channel({ items: [absurd, districtItem] })), { court: 'cacd' });
    expect(feed.items).toHaveLength(1);
    expect(feed.skipped).toEqual([expect.objectContaining({ where: 'item 1' })]);
  });

  it.each([
    ['[Order] caption [Under Seal] ', 'Order'],
    ['[Notice [Other]] caption', 'Notice [Other]'],
    ['[Order re: 3 [sealed] X', 'Order re: 3 [sealed'],
    ['[Never closed', 'Never closed'],
    ['[ Model Plan ]', 'Model Plan'],
    ['[Order re: R&amp;amp;D &#x26;lt;5 pages]', 'Order re: R&D <5 pages'],
    ['No brackets at all', 'No brackets at all'],
  ])('has its label in the first bracket: %s', (description, label) => {
    expect(read('cacd', item({ title: '8:17-cv-90898 X', description }))[0]!.labels).toEqual([label]);
  });

  it('keeps no link but one of the web', () => {
    for (const href of ['javascript:alert(1)', '/doc1/031190001234', 'data:text/html,x', '']) {
      const description = `[Order] (&lt;a href='${href}'>7&lt;/a>)`;
      expect(read('cacd', item({ title: '8:17-cv-90898 X', description }))[0]).toMatchObject({
        documentUrl: null,
        documentId: null,
        number: '7',
      });
    }
  });

  it('finds the case behind a session mark', () => {
    const link = 'https://ecf.azb.uscourts.gov/cgi-bin/DktRpt.pl?625371913403797-L_9999_1-0-663150';
    expect(read('azb', item({ title: '2:10-bk-90001 X', link }))[0]!.caseId).toBe('663150');
  });

  it.each([
    ['Fri, 03 Feb 2023 12:20:16 EST', '2023-02-03T17:20:16.000Z'],
    ['Fri, 03 Feb 2023 12:20:16 EDT', '2023-02-03T16:20:16.000Z'],
    ['Fri, 03 Feb 2023 12:20:16 CST', '2023-02-03T18:20:16.000Z'],
    ['Fri, 03 Feb 2023 12:20:16 PST', '2023-02-03T20:20:16.000Z'],
    ['Fri, 03 Feb 2023 12:20:16 -0700', '2023-02-03T19:20:16.000Z'],
    ['3 Feb 2023 12:20 UTC', '2023-02-03T12:20:00.000Z'],
    ['Wed, 30 Feb 2023 12:20:16 GMT', null],
    ['Fri, 03 Xxx 2023 12:20:16 GMT', null],
    ['Fri, 03 Feb 2023 24:20:16 GMT', null],
    ['Fri, 03 Feb 2023 12:20:16', null],
    ['Fri, 03 Feb 0023 12:20:16 GMT', null],
    ['2023-02-03T12:20:16Z', null],
  ])('was entered at %s', (pubDate, instant) => {
    expect(read('ca4', item({ title: '23-99001 X', pubDate }))[0]!.enteredAt).toBe(instant);
  });

  it('holds no control characters', () => {
    const [only] = read('cacd', item({ title: '8:17-cv-90898 A\u0000B&#x1;C', description: '[Or\u0007der&#0;]' }));
    expect(JSON.stringify(only)).not.toMatch(/\\u00(?:0|1)/);
  });
});
