import type { VigilError } from '@vigil/errors';
import { describe, expect, it } from 'vitest';
import { casesOf, doc, entriesOf, feed, item, page, read, source } from './feeds.js';

const codeOf = (body: string | Uint8Array): string => {
  try {
    read(body);
    return 'read';
  } catch (error) {
    return (error as VigilError).code;
  }
};

describe('an entry', () => {
  it('is one however many items its row has, under sorted labels', () => {
    const link = { number: '26', href: doc('031190001234') };
    const [entry, ...others] = entriesOf(
      read(
        feed(
          ['Order to Show Cause', 'Order on Motion for TRO', 'Order to Show Cause'].map((label) =>
            item({ row: '&amp;91', label, link }),
          ),
        ),
      ),
    );
    expect(others).toEqual([]);
    expect(entry).toEqual({
      kind: 'docket_entry',
      case: { court: 'cacd', caseId: '690001', docketNumber: '8:17-cv-90898' },
      recordKey: 'entry:690001:seq:91',
      keys: ['seq:91', 'no:26', 'doc:031090001234'],
      content: {
        number: '26',
        documentId: '031090001234',
        documentUrl: doc('031190001234'),
        labels: ['Order on Motion for TRO', 'Order to Show Cause'],
        text: null,
        filedOn: null,
        enteredAt: '2017-12-14T23:10:05.000Z',
        zone: 'America/Los_Angeles',
      },
    });
  });

  it('without a number is told from others of its second by its row', () => {
    const entries = entriesOf(read(feed([item({ row: '&amp;91' }), item({ row: '&amp;92' })])));
    expect(entries.map(({ keys }) => keys)).toEqual([
      ['seq:91', 'day:2017-12-14'],
      ['seq:92', 'day:2017-12-14'],
    ]);
  });

  it('of a court that gives no row is told by its number', () => {
    const link = (number: string): { number: string; href: string } => ({
      number,
      href: `https://ecf.nyed.uscourts.gov/cgi-bin/show_case_doc?${number},690001,,,`,
    });
    const entries = entriesOf(
      read(
        feed([
          item({ link: link('51'), label: 'Order' }),
          item({ link: link('51'), label: 'Notice', at: 'Thu, 14 Dec 2017 23:10:06 GMT' }),
          item({ link: link('52') }),
        ]),
        'nyed',
      ),
    );
    expect(entries.map(({ keys, content }) => [keys, content.labels])).toEqual([
      [['no:51'], ['Notice', 'Order']],
      [['no:52'], ['Order']],
    ]);
  });

  it('of a court that gives no row, and without a number, is told by its second', () => {
    const entries = entriesOf(
      read(
        feed([item({ label: 'B' }), item({ label: 'A' }), item({ label: 'C', at: 'Thu, 14 Dec 2017 23:10:06 GMT' })]),
        'nyed',
      ),
    );
    expect(entries.map(({ recordKey, keys, content }) => [recordKey, keys, content.labels])).toEqual([
      ['entry:690001:at:2017-12-14T23:10:06.000Z', ['at:2017-12-14T23:10:06.000Z', 'day:2017-12-14'], ['C']],
      ['entry:690001:at:2017-12-14T23:10:05.000Z', ['at:2017-12-14T23:10:05.000Z', 'day:2017-12-14'], ['A', 'B']],
    ]);
  });

  it('of a court of appeals is of a docket number, without a case id', () => {
    const appellate = item({ title: '21-99589 Quill v. Attorney General', row: '&amp;partId=77' }).replaceAll(
      '/cgi-bin/DktRpt.pl?690001',
      '/n/beam/servlet/TransportRoom?servlet=DocketReportFilter.jsp&amp;caseNum=21-99589',
    );
    expect(entriesOf(read(feed([appellate]), 'ca10'))[0]).toMatchObject({
      case: { court: 'ca10', caseId: null, docketNumber: '21-99589' },
      recordKey: 'entry:21-99589:part:77',
      keys: ['part:77', 'day:2017-12-14'],
    });
  });

  it.each([
    ['txwd', '3:17-cv-90001', 'America/Denver'],
    ['txwd', '5:17-cv-90001', 'America/Chicago'],
    ['innd', '2:17-cv-90001', 'America/Chicago'],
  ])('of %s numbered %s is in the zone of its division', (court, number, zone) => {
    expect(entriesOf(read(feed([item({ title: `${number} X v. Y`, row: '&amp;1' })]), court))[0]!.content.zone).toBe(
      zone,
    );
  });

  it('is kept under a docket number that follows no form', () => {
    const [grandJury, odd] = [
      item({ title: '5:18-~gr-90001 ', row: '&amp;5', caseId: '1' }),
      item({ title: 'x9/y', row: '&amp;6', caseId: '2' }),
    ];
    const numbers = entriesOf(read(feed([grandJury, odd]))).map((entry) => entry.case.docketNumber);
    expect(new Set(numbers)).toEqual(new Set(['5:18-~gr-90001', 'x9/y']));
  });
});

describe('a case', () => {
  it('is stated once, as its newest item has it', () => {
    const cases = casesOf(
      read(
        feed([
          item({
            title: '8:17-cv-90898-ABC Rivermouth v. Harbour',
            row: '&amp;1',
            at: 'Thu, 14 Dec 2017 20:00:00 GMT',
          }),
          item({
            title: '8:17-cv-90898-DEF Rivermouth et al v. Harbour',
            row: '&amp;2',
            at: 'Thu, 14 Dec 2017 21:00:00 GMT',
          }),
          item({ title: '8:17-cv-90898-DEF', row: '&amp;3', at: 'Thu, 14 Dec 2017 22:00:00 GMT' }),
        ]),
      ),
    );
    expect(cases).toEqual([
      {
        kind: 'case',
        case: { court: 'cacd', caseId: '690001', docketNumber: '8:17-cv-90898' },
        recordKey: 'case:690001',
        content: {
          caption: 'Rivermouth et al v. Harbour',
          printedNumber: '8:17-cv-90898-DEF',
          caseType: null,
          office: null,
          chapter: null,
          trustee: null,
        },
      },
    ]);
  });

  it('of a bankruptcy court has a type, office, chapter and trustee', () => {
    const entry = item({ title: '18-92414-rdd Lantern Bay', row: '-24' }).replace(
      '[Order]',
      'Type: ap Office: 7 Chapter: 11 Trustee: O&amp;#039;Marsh, Petra [Notice]',
    );
    expect(casesOf(read(feed([entry]), 'nysb'))[0]!.content).toMatchObject({
      caseType: 'ap',
      office: '7',
      chapter: '11',
      trustee: "O'Marsh, Petra",
    });
  });
});

describe('a page', () => {
  it('tells when it was built', () => {
    expect(read(feed([item({})])).builtAt).toBe('2017-12-14T23:30:00.000Z');
  });

  it('counts what it skips, and keeps the rest', () => {
    const { statements, skipped } = read(
      feed([
        item({ at: 'some day' }),
        '<item></item>',
        item({ title: 'No number', caseId: 'x' }),
        item({ row: '&amp;1' }),
      ]),
    );
    expect(statements).toHaveLength(2);
    expect(skipped.map(({ reason }) => reason)).toEqual([
      'an empty item',
      'its time cannot be read',
      'nothing tells its case',
    ]);
  });

  it('is proved empty by its build date alone', () => {
    expect(read(feed([]))).toEqual({
      statements: [],
      skipped: [],
      partial: false,
      scope: 'all',
      builtAt: '2017-12-14T23:30:00.000Z',
    });
    expect(codeOf(feed([], null))).toBe('EMPTY_WITHOUT_PROOF');
    expect(codeOf(feed([], 'some day'))).toBe('EMPTY_WITHOUT_PROOF');
    expect(codeOf(feed(['<item></item>']))).toBe('EMPTY_WITHOUT_PROOF');
    expect(codeOf(feed([item({ at: 'some day' })]))).toBe('EMPTY_WITHOUT_PROOF');
  });

  it.each([
    ['a challenge', '<html><head><title>Just a moment...</title></head></html>', 'BLOCKED_BY_PUBLISHER'],
    ['a log-in', '<html><head><title>PACER: Login</title></head></html>', 'BLOCKED_BY_PUBLISHER'],
    ['maintenance', '<html><body>CM/ECF is currently unavailable.</body></html>', 'MAINTENANCE'],
    ['other HTML', '<html><body>Welcome</body></html>', 'NOT_A_FEED'],
    ['nothing', '', 'NOT_A_FEED'],
    ['JSON', '{"items": []}', 'NOT_A_FEED'],
    ['a cut feed', feed([item({})]).slice(0, -20), 'FEED_BROKEN'],
  ])('is a typed failure: %s', (_name, body, code) => expect(codeOf(body)).toBe(code));

  it('is a feed whatever its entries speak of', () => {
    const label = 'Order re: CAPTCHA, Access Denied, system under maintenance, PACER login and password';
    expect(codeOf(feed([item({ label, title: '8:17-cv-90898 Just a moment v. 503 Service Unavailable' })]))).toBe(
      'read',
    );
  });
});

describe('the canonical bytes of a feed', () => {
  const canonical = (text: string): string => Buffer.from(source.canonical(Buffer.from(text))).toString();

  it('are the same when only the build date moved', () => {
    const [earlier, later] = ['22:10:00', '22:15:00'].map((time) =>
      feed([item({})], `Tue, 22 May 2018 ${time} GMT`).replace(
        '<rss',
        `<!-- RSS generated by A District on ${time} -->\n<rss`,
      ),
    );
    expect(canonical(earlier!)).toBe(canonical(later!));
    expect(canonical(earlier!)).not.toBe(earlier);
  });

  it('differ when an item came, went or changed', () => {
    const base = canonical(feed([item({})]));
    for (const items of [[], [item({}), item({ row: '&amp;2' })], [item({ label: 'Notice' })]])
      expect(canonical(feed(items))).not.toBe(base);
  });

  it('keep what an item says of build dates', () => {
    const label = '&lt;lastBuildDate>1&lt;/lastBuildDate>';
    expect(canonical(feed([item({ label })]))).toContain(label);
  });

  it('leave the bytes of the Capture as they were', () => {
    const { body } = page(feed([item({})]));
    const before = Buffer.from(body);
    source.canonical(body);
    expect(Buffer.from(body).equals(before)).toBe(true);
  });
});
