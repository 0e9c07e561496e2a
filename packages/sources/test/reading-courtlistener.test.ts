import { hours, readPage } from '@vigil/source-kit';
import { describe, expect, it } from 'vitest';
import { answer, keysOf, read, row, source, watched } from './courtlistener-answers.js';

const next = 'https://www.courtlistener.com/api/rest/v4/docket-entries/?cursor=cD0x';
const entryOf = (entry: Parameters<typeof row>[0], params: unknown = watched): unknown =>
  read(answer([row(entry)]), params).statements[0];

describe('a Watch of a docket at CourtListener', () => {
  it('is of one Target whichever way its court and number are written', () => {
    const wanted = { docket: '7', court: 'cacd', docketNumber: '8:17-cv-01898' };
    for (const docketNumber of ['8:17-cv-01898', '8:17-cv-01898-CJC-GJS', 'SACV 17-01898-CJC(GJSx)'])
      for (const docket of [7, '7'])
        expect(source.params.parse({ docket, court: 'CACD', docketNumber })).toEqual(wanted);
  });

  it.each([
    ['arb', 'azb'],
    ['nebraskab', 'neb'],
    ['uscfc', 'cofc'],
    ['cacd', 'cacd'],
  ])('names the court there %s, and here %s', (there, here) => {
    for (const court of [there, here]) {
      const params = source.params.parse({ docket: '7', court, docketNumber: '26-49017' });
      expect(source.court(params)).toBe(here);
      expect(new URL(source.plan(params).url).searchParams.get('docket__court')).toBe(there);
    }
  });

  it('asks for what changed last, of that court and case alone, with the credential’s name', () => {
    expect(source.plan(source.params.parse(watched))).toEqual({
      url: 'https://www.courtlistener.com/api/rest/v4/docket-entries/?docket=90000123&docket__court=cacd&docket__pacer_case_id=690001&order_by=-date_modified&omit=recap_documents__plain_text',
      accept: 'application/json',
      credential: 'courtlistener',
    });
  });

  it('is refused without the case that CourtListener’s answer does not name', () => {
    expect(source.params.safeParse({ docket: '7' }).success).toBe(false);
    expect(source.params.safeParse({ docket: '0', court: 'cacd', docketNumber: '8:17-cv-01898' }).success).toBe(false);
    expect(() => source.params.parse({ docket: '7', court: 'xxxd', docketNumber: '1' })).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_COURT' }),
    );
  });

  it('says of a refusal what is missing', () => {
    expect(source.refusal?.(401)).toMatch(/VIGIL_COURTLISTENER_TOKEN/);
    expect(source.refusal?.(403)).toMatch(/does not let its account read docket entries/);
  });
});

describe('an entry at CourtListener', () => {
  it('says what it is, and whose', () => {
    const document = '031196000040';
    const entry = { number: 4, sequence: 31, text: 'ORDER granting.', document, attachments: 2, label: 'Order' };
    expect(entryOf(entry)).toEqual({
      kind: 'docket_entry',
      case: { court: 'cacd', caseId: '690001', docketNumber: '8:17-cv-90898' },
      recordKey: 'entry:470000001',
      keys: ['seq:31', 'no:4', 'doc:031096000040'],
      content: {
        number: '4',
        documentId: '031096000040',
        documentUrl: null,
        labels: null,
        text: 'ORDER granting.',
        filedOn: '2017-12-14',
        enteredAt: null,
        zone: 'America/Los_Angeles',
      },
    });
  });

  it('made from a feed has no text yet, but the label and the moment', () => {
    expect(entryOf({ number: 4, label: 'Order', text: ' ', time: '15:10:05' })).toMatchObject({
      content: { text: null, labels: ['Order'], filedOn: null, enteredAt: '2017-12-14T23:10:05.000Z' },
    });
    expect(entryOf({ number: 4, label: 'Main Document' })).toMatchObject({ content: { labels: null } });
  });

  it('is never known by CourtListener’s own order, which is no row id of the court', () => {
    expect(keysOf([{ number: 4 }])).toEqual([['no:4', 'day:2017-12-14']]);
  });

  it('without number and row id is known by its words, else by its moment; neither leaves nothing', () => {
    const [words, moment] = keysOf([{ text: 'MINUTES.' }, { time: '15:10:05' }]);
    expect(words).toEqual([expect.stringMatching(/^text:2017-12-14:[0-9a-f-]{36}$/), 'day:2017-12-14']);
    expect(moment).toEqual(['at:2017-12-14T23:10:05.000Z', 'day:2017-12-14']);
    const { skipped } = read(answer([row({ number: 4 }), row({ id: 470000002 })]));
    expect(skipped).toEqual([{ reason: 'nothing tells which entry it is', where: 'entry 470000002' }]);
  });

  it('shares its number with none: what two bear names neither, and twins of words are two', () => {
    expect(
      keysOf([
        { number: 4, sequence: 7 },
        { number: 4, sequence: 8 },
      ]),
    ).toEqual([['seq:7'], ['seq:8']]);
    const twins = keysOf([{ text: 'MINUTES.' }, { text: 'Minutes.' }]).map(([key]) => key);
    expect(twins[1]).toBe(`${twins[0]}:2`);
  });

  it('of a court of appeals that gives no numbers has the document’s id in their place', () => {
    const params = { docket: '90000123', court: 'ca9', docketNumber: '17-90898' };
    expect(entryOf({ number: 9012345678, document: '009112345670', sequence: 5 }, params)).toMatchObject({
      keys: ['doc:009012345670'],
      content: { number: null, documentId: '009012345670' },
    });
  });

  it('stands at the time of the court’s seat, and on the day of the division', () => {
    const params = { docket: '90000123', court: 'txwd', docketNumber: '3:17-cv-90898' };
    expect(entryOf({ time: '00:30:00', label: 'Order' }, params)).toMatchObject({
      keys: ['at:2017-12-14T06:30:00.000Z', 'day:2017-12-13'],
      content: { zone: 'America/Denver' },
    });
  });
});

describe('an entry without words', () => {
  const againAt = (capturedAt: string, entries: readonly Parameters<typeof row>[0][]): number | undefined =>
    readPage(source, source.params.parse(watched), {
      url: '',
      status: 200,
      headers: {},
      capturedAt,
      body: answer(entries.map((entry, n) => row({ id: 470000001 + n, number: n + 1, ...entry }))),
    }).againMs;

  it.each([
    ['on its first day every two hours', '2017-12-15T22:00:00.000Z', hours(2)],
    ['in its first week every four', '2017-12-16T22:00:00.000Z', hours(4)],
    ['and then as the others', '2017-12-21T23:10:05.000Z', undefined],
  ])('is looked at %s', (_what, capturedAt, again) => {
    expect(againAt(capturedAt, [{ time: '15:10:05' }, { text: 'ORDER.' }])).toBe(again);
  });

  it('of the shortest age counts, and one with words does not', () => {
    expect(againAt('2017-12-15T22:00:00.000Z', [{ day: '2017-12-11' }, { time: '15:10:05' }])).toBe(hours(2));
    expect(againAt('2017-12-15T22:00:00.000Z', [{ text: 'ORDER.', time: '15:10:05' }])).toBeUndefined();
  });
});

describe('a page of CourtListener', () => {
  const many = (count: number): readonly unknown[] =>
    Array.from({ length: count }, (_, n) => row({ id: 470000001 + n, number: n + 1 }));

  it('is never the whole docket, whether or not there is a next one: CourtListener has what its readers brought', () => {
    expect(read(answer(many(20)))).toMatchObject({ partial: true });
    expect(read(answer(many(20), next))).toMatchObject({ partial: true });
  });

  it.each([
    ['shorter than one that has a next', answer(many(19), next), 'PAGE_TRUNCATED'],
    ['without an entry', answer([]), 'EMPTY_WITHOUT_PROOF'],
    ['of something else', Buffer.from('{"detail":"Not found."}'), 'BAD_RECORD'],
    ['of another docket', answer([row({ number: 4, docket: '900001234' })]), 'EMPTY_WITHOUT_PROOF'],
  ])('is refused: %s', (_what, body, code) => {
    expect(() => read(body)).toThrow(expect.objectContaining({ code }));
  });

  it('counts rows that are not as they should be, of another docket, or without a date', () => {
    const rows = [row({ number: 4 }), row({ id: 2, docket: '1' }), row({ id: 3, day: null }), { id: 4 }];
    const { statements, skipped } = read(answer(rows));
    expect(statements).toHaveLength(1);
    expect(skipped.map(({ reason }) => reason)).toEqual([
      'it is of another docket',
      'it bears no date',
      expect.stringContaining('is not as it should be'),
    ]);
  });

  it('tells an entry that comes twice once, as it was changed last', () => {
    const old = row({ number: 4 });
    const filled = row({ number: 4, text: 'ORDER.', modified: '2017-12-15T09:00:00Z' });
    for (const rows of [
      [old, filled],
      [filled, old],
    ])
      expect(read(answer(rows)).statements).toMatchObject([{ content: { text: 'ORDER.' } }]);
  });
});
