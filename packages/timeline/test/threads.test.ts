/** What goes wrong elsewhere, by the number of its thread in the tracker of RECAP, BigCases or CourtListener. */
import { describe, expect, it } from 'vitest';
import {
  docketPlace,
  identityKey,
  type DocketEntryFacts,
  type DocketEntryStatement,
  type EventStatement,
} from '../src/index.js';
import { entry, inFull, inShort, keysOf, Recorder, type Page } from './recorder.js';

const day = '2026-01-01';
const text = (words: string, number: number | null = null): DocketEntryStatement => {
  const { keys, ...statement } = inFull(day, number, words);
  return { ...statement, keys: [...new Set([...keys, identityKey('text', `${day} ${words}`)])] };
};
/** A row of a docket report with a link, which has its number, its document and its words. */
const linked = (seq: number, number: number, words: string): DocketEntryStatement => {
  const { content, ...statement } = text(words, number);
  return {
    ...statement,
    recordKey: `seq:${seq}`,
    keys: [identityKey('seq', String(seq)), ...statement.keys.filter((key) => !key.startsWith('day:'))],
    content: {
      ...content,
      documentId: `0310${number}`,
      documentUrl: `https://ecf.cacd.uscourts.gov/doc1/0310${number}`,
    },
  };
};
const feed = (minute: number, ...statements: readonly EventStatement[]): Page => ({
  target: 'feed',
  minute,
  statements,
});
const sheet = (minute: number, ...statements: readonly EventStatement[]): Page => ({
  target: 'sheet',
  minute,
  statements,
  complete: true,
});

/** What readers are told of pages in this order; in every other order the Events are the same. */
function told(...pages: readonly Page[]): Recorder {
  const recorder = play(pages);
  for (const order of permutations(pages)) expect(play(order).events).toEqual(recorder.events);
  return recorder;
}

function play(pages: readonly Page[]): Recorder {
  const recorder = new Recorder();
  for (const page of pages) {
    recorder.see(page);
    recorder.tell();
  }
  return recorder;
}

const permutations = <T>(items: readonly T[]): readonly (readonly T[])[] =>
  items.length < 2
    ? [items]
    : items.flatMap((item, i) => permutations(items.toSpliced(i, 1)).map((rest) => [item, ...rest]));

const kinds = ({ steps }: Recorder): unknown => steps.map(({ kind }) => kind);
const now = ({ events }: Recorder): readonly DocketEntryFacts[] =>
  events.map(({ states }) => states.at(-1)!.content.facts as DocketEntryFacts);
const removed = ({ events }: Recorder): readonly (readonly boolean[])[] =>
  events.map(({ states }) => states.map(({ content }) => 'removed' in content));

describe('of the threads', () => {
  it('recap#272, recap#409: an item of the feed and the row of the sheet are one entry', () => {
    const item = entry(keysOf(7, 5, '03105'), ['Order']);
    expect(told(feed(1, item), sheet(2, linked(7, 5, 'ORDER granting 4 Motion.'))).events).toHaveLength(1);
    const minutes = told(
      feed(1, inShort(day, 8, 'Set Deadlines'), inShort(day, 9, 'Minutes of Hearing')),
      sheet(2, text('Set Deadlines: Motion set for 2/1.'), text('MINUTES of hearing held. (ab)')),
    );
    expect(now(minutes).map(({ labels, text }) => [labels, text])).toEqual([
      [['Set Deadlines'], 'Set Deadlines: Motion set for 2/1.'],
      [['Minutes of Hearing'], 'MINUTES of hearing held. (ab)'],
    ]);
  });

  it('bigcases2#87: a minute entry is told once, and its text as a revision of it', () => {
    const short = inShort(day, 8, 'Minute Entry');
    const full = text('MINUTE entry: Status conference held. (Entered: 01/01/2026)');
    const recorder = told(feed(1, short), sheet(2, full), feed(3, short), sheet(4, full));
    expect(kinds(recorder)).toEqual(['ADDED', 'REVISED']);
  });

  it('courtlistener#2838: minute entries that are nearly the same stay as many as they are', () => {
    const twins = [1, 2, 3].map((n) => text(`MINUTES: Initial appearance as to defendant (${n}) held before Judge A.`));
    const recorder = told(sheet(1, ...twins), sheet(2, ...twins));
    expect(recorder.events).toHaveLength(3);
    expect(kinds(recorder)).toEqual(['ADDED', 'ADDED', 'ADDED']);
    // Nor does one swallow another that comes when it goes.
    const [a, b, c] = twins;
    const { events } = told(sheet(1, a!, b!), sheet(2, b!, c!));
    expect(events.map(({ possibleDuplicateOf }) => possibleDuplicateOf)).toEqual([[], [], a!.keys.slice(0, 1)]);
    expect(told(sheet(1, a!), sheet(2, b!, c!)).events).toHaveLength(3);
  });

  it('courtlistener#2461: a court begins to number, and nothing doubles', () => {
    const words = ['NOTICE of hearing.', 'ORDER setting hearing.', 'ORDER setting hearing, amended.'];
    const before = sheet(1, ...words.map((one) => text(one)));
    const after = sheet(2, ...words.map((one, n) => linked(70 + n, n + 1, one)));
    const recorder = told(before, after, sheet(3, ...after.statements));
    expect(recorder.events).toHaveLength(3);
    expect(now(recorder).map(({ number }) => number)).toEqual(['1', '2', '3']);
    expect(kinds(play([before, after]))).toEqual(['ADDED', 'ADDED', 'ADDED', 'REVISED', 'REVISED', 'REVISED']);
    // What is numbered, and the same words again without a number: two entries.
    expect(told(sheet(1, text(words[0]!)), sheet(2, text(words[0]!), linked(70, 1, words[0]!))).events).toHaveLength(2);
  });

  it('courtlistener#7728: an attachment does not change which entry it is', () => {
    const { content, ...item } = entry(keysOf(null, 5, '03105'), ['Motion']);
    // A document is named by its first page, whichever of its attachments the page links (its fourth digit).
    const attached = { ...item, content: { ...content, documentUrl: 'https://ecf.cacd.uscourts.gov/doc1/0311055' } };
    const recorder = told(
      feed(1, { ...item, content }),
      feed(2, attached),
      sheet(3, linked(7, 5, 'MOTION. (Attachments: # 1 Proposed Order)')),
    );
    expect(recorder.events).toHaveLength(1);
  });

  it('courtlistener same-day order: of one day entries stand as the court docketed them', () => {
    const rows = [linked(72, 12, 'ORDER C.'), linked(70, 10, 'MOTION A.'), linked(71, 11, 'NOTICE B.')];
    const { events } = told(sheet(1, ...rows));
    const inOrder = [...events].sort((a, b) => (docketPlace(a) < docketPlace(b) ? -1 : 1));
    expect(inOrder.map(({ states }) => (states.at(-1)!.content.facts as DocketEntryFacts).number)).toEqual([
      '10',
      '11',
      '12',
    ]);
  });

  it('courtlistener#7423: an edited entry is a revision that is told, numbered or not', () => {
    const was = 'MINUTES of Status Conference held before Judge A. Court reporter: B. C. Next hearing 2/1/2026.';
    const is = 'MINUTES of Status Conference held before Judge A. Court reporter: D. E. Next hearing 2/1/2026.';
    for (const pages of [
      [sheet(1, linked(7, 5, was)), sheet(2, linked(7, 5, is))],
      [sheet(1, text(was)), sheet(2, text(is)), sheet(3, text(is))],
    ]) {
      const recorder = told(...pages);
      expect(now(recorder).map((facts) => facts.text)).toEqual([is]);
      expect(kinds(play(pages))).toEqual(['ADDED', 'REVISED']);
    }
    const back = [sheet(1, text(was)), sheet(2, text(is)), sheet(3, text(was)), sheet(4, text(was))];
    expect(told(...back).events).toHaveLength(1);
    expect(kinds(play(back))).toEqual(['ADDED', 'REVISED', 'REVISED']);
  });

  it('courtlistener#2835: a sealed entry that vanishes is gone after two whole readings, and stays on the timeline as such', () => {
    const sealed = linked(7, 5, 'MOTION to seal.');
    const other = linked(8, 6, 'ORDER.');
    const pages = [sheet(1, sealed, other), sheet(2, other), sheet(3, other), sheet(4, sealed, other)];
    expect(removed(told(...pages.slice(0, 2)))).toEqual([[false], [false]]);
    const recorder = told(...pages.slice(0, 3));
    expect(removed(recorder)).toEqual([[false, true], [false]]);
    expect(recorder.events[0]!.states[1]!.capturedAt).toBe('2026-01-01T00:03:00.000Z');
    expect(removed(told(...pages))).toEqual([[false, true, false], [false]]);
    expect(kinds(play(pages))).toEqual(['ADDED', 'ADDED', 'REVISED', 'REVISED']);
  });

  it('courtlistener#2835: what a feed or a part of a docket leaves out is not gone', () => {
    const [one, other] = [linked(7, 5, 'MOTION.'), linked(8, 6, 'ORDER.')];
    expect(removed(told(feed(1, one, other), feed(2, other), feed(3, other), feed(4, other)))).toEqual([
      [false],
      [false],
    ]);
    const part = (minute: number): Page => ({ ...sheet(minute, other), complete: false });
    expect(removed(told(sheet(1, one, other), part(2), part(3), sheet(4, other)))).toEqual([[false], [false]]);
  });
});
