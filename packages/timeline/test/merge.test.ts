import { describe, expect, it } from 'vitest';
import {
  identityKey,
  observe,
  type DocketEntryFacts,
  type DocketEntryStatement,
  type EventStatement,
} from '../src/index.js';
import { entry, inFull, inShort, keysOf, published, Recorder } from './recorder.js';

const see = (...pages: readonly (readonly [minute: number, ...statements: EventStatement[]])[]): Recorder => {
  const recorder = new Recorder();
  for (const [minute, ...statements] of pages) {
    recorder.see({ target: 'feed', minute, statements });
    recorder.tell();
  }
  return recorder;
};
const headlines = (recorder: Recorder): unknown =>
  recorder.events.map(({ states }) => states.map(({ content }) => content.headline));
const kinds = (recorder: Recorder): unknown => recorder.steps.map(({ kind }) => kind);

describe('merge', () => {
  it.each([
    ['ORDER granting. (Entered: 02/03/2026)', 'ORDER granting.'],
    ['ORDER granting. (RR) [Entered: 02/03/2026 11:10 AM]', 'ORDER granting. (RR)'],
    ['ORDER granting. [Entered: 02/03/2026 11:10:00 AM]', 'ORDER granting.'],
  ])('an entry that only a docket tells is called as the docket begins: %s', (text, headline) => {
    expect(headlines(see([1, inFull('2026-02-03', 5, text)]))).toEqual([[headline]]);
  });

  it('an entry that changes and changes back is one Event, told once and revised twice', () => {
    const recorder = see(
      [1, entry(keysOf(9, 1, null), ['Order'])],
      [2, entry(keysOf(9, 1, null), ['Notice'])],
      [3, entry(keysOf(9, 1, null), ['Order'])],
    );
    expect(headlines(recorder)).toEqual([['Order', 'Notice', 'Order']]);
    expect(kinds(recorder)).toEqual(['ADDED', 'REVISED', 'REVISED']);
  });

  it('an entry that leaves the window of a feed and comes back is no news', () => {
    const one = entry(keysOf(9, 1, null), ['Order']);
    expect(kinds(see([1, one], [2], [3, one]))).toEqual(['ADDED']);
  });

  it('a label that the window cut off is not gone; one that was exchanged is', () => {
    expect(headlines(see([1, entry(keysOf(9, 1, null), ['A', 'B'])], [2, entry(keysOf(9, 1, null), ['B'])]))).toEqual([
      ['A · B'],
    ]);
    expect(headlines(see([1, entry(keysOf(9, 1, null), ['A', 'B'])], [2, entry(keysOf(9, 1, null), ['C'])]))).toEqual([
      ['A · B', 'C'],
    ]);
  });

  it('an older page never overrides a newer one, and its state is kept in its place', () => {
    const recorder = see([5, entry(keysOf(9, 1, null), ['New'])], [2, entry(keysOf(9, 1, null), ['Old'])]);
    expect(headlines(recorder)).toEqual([['Old', 'New']]);
    expect(kinds(recorder)).toEqual(['ADDED', 'REVISED']);
  });

  it('two row ids are never one Event, even with one number', () => {
    expect(headlines(see([1, entry(keysOf(1, 5, null), ['A']), entry(keysOf(2, 5, null), ['B'])]))).toEqual([
      ['A'],
      ['B'],
    ]);
  });

  it('a number joins the one entry that has it', () => {
    const recorder = new Recorder();
    recorder.see({ target: 'sheet', minute: 1, statements: [entry(keysOf(null, 5, null), ['A'])] });
    recorder.tell();
    recorder.see({ target: 'feed', minute: 2, statements: [entry(keysOf(7, 5, null), ['A'])] });
    recorder.tell();
    expect(recorder.events).toHaveLength(1);
    expect(kinds(recorder)).toEqual(['ADDED']); // a further witness to the same is no news
  });

  it('what the evidence cannot tell stays two Events, and says so', () => {
    const recorder = new Recorder();
    recorder.see({
      target: 'feed',
      minute: 1,
      statements: [entry(keysOf(1, 5, null), ['A']), entry(keysOf(2, 5, null), ['B'])],
    });
    recorder.see({ target: 'sheet', minute: 2, statements: [entry(keysOf(null, 5, null), ['C'])] });
    recorder.tell();
    expect(recorder.events.map(({ keys, possibleDuplicateOf }) => ({ keys, possibleDuplicateOf }))).toEqual([
      { keys: ['seq:1'], possibleDuplicateOf: [] },
      { keys: ['seq:2'], possibleDuplicateOf: [] },
      { keys: ['no:5'], possibleDuplicateOf: ['seq:1', 'seq:2'] },
    ]);
  });

  it('two announced Events that prove one: the smaller id survives, the other leads to it', () => {
    const recorder = new Recorder();
    recorder.see({
      target: 'sheet',
      minute: 1,
      statements: [entry(keysOf(null, 5, null), ['A']), entry(keysOf(null, null, 'x'), ['A'])],
    });
    recorder.tell();
    recorder.see({ target: 'feed', minute: 2, statements: [entry(keysOf(9, 5, 'x'), ['A'])] });
    recorder.tell();
    expect(recorder.events).toHaveLength(1);
    const ids = recorder.steps
      .filter(({ kind }) => kind === 'ADDED')
      .map(({ id }) => id)
      .sort();
    expect(recorder.steps).toContainEqual({ kind: 'MERGED', id: ids[1], into: ids[0] });
  });

  it('a date without a time stays a date', () => {
    const only = entry(keysOf(9, 1, null), ['A']);
    const recorder = see([1, { ...only, content: { ...only.content, enteredAt: null, filedOn: '2018-01-11' } }]);
    expect(recorder.events[0]!.states[0]!.content.occurredAt).toEqual({
      instant: '2018-01-11T08:00:00.000Z',
      precision: 'DAY',
      day: '2018-01-11',
      zone: 'America/Los_Angeles',
    });
  });

  describe('of entries without a link, which a feed tells in short and a docket report in full', () => {
    const day = '2026-01-01';
    const merged = (...statements: readonly DocketEntryStatement[]): unknown => {
      const recorder = new Recorder();
      for (const [minute, statement] of statements.entries()) {
        recorder.see({ target: `page ${minute}`, minute, statements: [statement] });
        recorder.tell();
      }
      return recorder.events.map(({ keys, possibleDuplicateOf, states }) => {
        const { labels, text } = states.at(-1)!.content.facts as DocketEntryFacts;
        return [keys[0], labels?.join() ?? null, text, possibleDuplicateOf];
      });
    };

    it('joins the label and the text of one day that fit each other, and no others', () => {
      expect(
        merged(
          inShort(day, 7, 'Set Deadlines'),
          inShort(day, 8, 'Reset Deadlines'),
          inShort('2026-01-02', 9, 'Set Deadlines'),
          inFull(day, null, 'Reset Deadlines as to 4 Motion. Motion set for 2/1/2026.'),
          inFull(day, null, 'Set Deadlines as to 4 Motion. Motion set for 1/30/2026.'),
          inFull(day, 5, 'TEXT ORDER: a conference is set.'),
        ),
      ).toEqual([
        ['seq:7', 'Set Deadlines', 'Set Deadlines as to 4 Motion. Motion set for 1/30/2026.', []],
        ['seq:8', 'Reset Deadlines', 'Reset Deadlines as to 4 Motion. Motion set for 2/1/2026.', []],
        ['seq:9', 'Set Deadlines', null, []],
        ['no:5', null, 'TEXT ORDER: a conference is set.', []],
      ]);
    });

    it('joins what was mailed with label and text to the item of that label, whatever its text begins with', () => {
      const mailed = (label: string, text: string): DocketEntryStatement => {
        const { content, ...statement } = inFull(day, null, text);
        return { ...statement, content: { ...content, labels: [label] } };
      };
      const orders = [
        mailed('Order', 'IN CHAMBERS: the hearing is vacated.'),
        mailed('Order on Motion', 'TEXT ONLY: granted.'),
      ] as const;
      const items = [inShort(day, 7, 'Order on Motion'), inShort(day, 8, 'Order')] as const;
      for (const pages of [
        [...orders, ...items],
        [...items, ...orders.toReversed()],
      ]) {
        expect(merged(...pages)).toEqual([
          [expect.any(String), 'Order on Motion', 'TEXT ONLY: granted.', []],
          [expect.any(String), 'Order', 'IN CHAMBERS: the hearing is vacated.', []],
        ]);
      }
    });

    it('twins of one day stay two Events, and say what they may be', () => {
      expect(
        merged(inShort(day, 7, 'Order'), inShort(day, 8, 'Order'), inFull(day, null, 'ORDER granting 4 Motion.')),
      ).toEqual([
        ['seq:7', 'Order', null, []],
        ['seq:8', 'Order', null, []],
        [`text:${day} ORDER granting 4 Motion.`, null, 'ORDER granting 4 Motion.', ['seq:7', 'seq:8']],
      ]);
    });

    it('the only two of a day that share no word may be one, which is said and not done', () => {
      expect(merged(inShort(day, 7, 'Add and Terminate Judges'), inFull(day, null, 'Case reassigned.'))).toEqual([
        ['seq:7', 'Add and Terminate Judges', null, []],
        [`text:${day} Case reassigned.`, null, 'Case reassigned.', ['seq:7']],
      ]);
    });
  });

  describe('of publications', () => {
    const moment = (minute: number): string => `2026-01-01T00:0${minute}:00.000Z`;
    const occurrences = (recorder: Recorder): unknown =>
      recorder.events.map(({ states }) => states.map(({ content: { occurredAt } }) => occurredAt));

    it('stand on their day, or at their moment where that is of the day', () => {
      const { content, ...statement } = published('1', 'A', '2025-12-30');
      const at = '2025-12-31T04:30:00.000Z';
      const zone = 'America/New_York';
      const timed = (publishedAt: string, publishedOn: string | null = null): Recorder =>
        see([1, { ...statement, content: { ...content, publishedOn, publishedAt } }]);
      const toMinute = { instant: at, precision: 'MINUTE', day: '2025-12-30', zone };
      const onDay = { instant: '2025-12-30T05:00:00.000Z', precision: 'DAY', day: '2025-12-30', zone };
      expect(occurrences(see([1, published('1', 'A', '2025-12-30')]))).toEqual([[onDay]]);
      expect(occurrences(timed(at))).toEqual([[toMinute]]);
      expect(occurrences(timed(at, '2025-12-30'))).toEqual([[toMinute]]);
      expect(occurrences(timed(moment(0), '2025-12-30'))).toEqual([[onDay]]);
    });

    it('a page without a time stands where it was first seen to say what it says, and moves when it says something else', () => {
      const recorder = see(
        [1, published('page', 'A')],
        [2, published('page', 'A')],
        [3, published('page', 'B')],
        [4, published('page', 'A')],
      );
      expect(kinds(recorder)).toEqual(['ADDED', 'REVISED', 'REVISED']);
      expect(headlines(recorder)).toEqual([['A', 'B', 'A']]);
      expect(occurrences(recorder)).toEqual([
        [1, 3, 4].map((minute) => ({
          instant: moment(minute),
          precision: 'INTERVAL',
          day: '2025-12-31',
          zone: 'America/New_York',
        })),
      ]);
    });

    it('that two searches find are one Event', () => {
      const recorder = new Recorder();
      for (const target of ['by agency', 'by term']) {
        recorder.see({ target, minute: 1, statements: [published('2026-00001', 'A', '2026-01-01')] });
        recorder.tell();
      }
      expect(kinds(recorder)).toEqual(['ADDED']);
      expect(recorder.events).toHaveLength(1);
    });

    it('are never a docket entry: a statement with a key of the other kind is refused', () => {
      const refused = { ...published('1', 'A'), keys: [identityKey('doc', '1')] };
      expect(() => observe('feed', refused)).toThrow('"doc:1" identifies no publication');
      expect(() => observe('feed', entry([identityKey('pub', '1')], ['A']))).toThrow(
        '"pub:1" identifies no docket_entry',
      );
    });
  });
});
