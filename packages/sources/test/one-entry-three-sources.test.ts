/** The same entries in a court's feed, in its docket report and at CourtListener are one Event each. */
import { readPage, type Reading } from '@vigil/source-kit';
import { captureKey, mergeEvents, observe, seenOnce, type MergedEvent, type SightedEvent } from '@vigil/timeline';
import { describe, expect, it } from 'vitest';
import { sourceById } from '../src/index.js';
import * as there from './courtlistener-answers.js';
import { doc, feed, item, read as readFeed } from './feeds.js';

const granting = 'ORDER granting 1 Application for Temporary Restraining Order. (Entered: 12/14/2017)';
const hearing = 'Set/Reset Hearings: hearing set for 1/11/2018 at 01:30 PM. (Entered: 12/14/2017)';
const minutes = 'MINUTES of Telephone Conference: counsel heard. (Entered: 12/14/2017)';

/** A numbered order, a minute entry that has a row id but no document, and one that has neither. */
const looks: Readonly<Record<string, Reading>> = {
  'cmecf-rss': readFeed(
    feed([
      item({
        row: '&amp;31',
        label: 'Order',
        link: { number: '4', href: `${doc('031196000040')}&amp;de_seq_num=31` },
      }),
      item({ row: '&amp;33', label: 'Set/Reset Hearings', at: 'Thu, 14 Dec 2017 23:12:00 GMT' }),
    ]),
  ),
  'cmecf-docket': readReport(),
  blank: there.read(
    there.answer([
      there.row({ id: 1, number: 4, sequence: 31, document: '031096000040', label: 'Order', time: '15:10:05' }),
      there.row({ id: 2, sequence: 33, label: 'Set/Reset Hearings', time: '15:12:00' }),
    ]),
  ),
  filled: there.read(
    there.answer([
      there.row({ id: 1, number: 4, sequence: 31, document: '031096000040', text: granting, time: '15:10:05' }),
      there.row({ id: 2, sequence: 33, text: hearing, time: '15:12:00' }),
      there.row({ id: 3, text: minutes }),
    ]),
  ),
};

function readReport(): Reading {
  const link = `<a href="/doc1/031196000040" onClick="goDLS('/doc1/031196000040','690001','31','','1','1','','');return(false);">4</a>`;
  const rows = [
    [link, granting],
    ['', hearing],
    ['', minutes],
  ].map(([number, text]) => `<tr><td>12/14/2017</td><td align=right>${number}&nbsp;</td><td>${text}</td></tr>`);
  const body = `<html><head><title>CM/ECF</title></head><body><h3>U.S. District Court<br>CIVIL DOCKET FOR CASE #: 8:17-cv-90898-ABC</h3>
<table><tr><td>Rivermouth v. Harbour Trust<br>Assigned to: Judge Rook</td><td>Date Filed: 12/01/2017</td></tr></table>
<table><tr><td>Date Filed</td><th>#</th><td>Docket Text</td></tr>${rows.join('\n')}</table></body></html>`;
  const page = { url: '', capturedAt: '', status: 200, headers: {}, body: Buffer.from(body) };
  return readPage(sourceById('cmecf-docket'), { court: 'cacd', caseId: '690001' }, page);
}

const sourceOf = (look: string): string => (look in { blank: 0, filled: 0 } ? 'courtlistener' : look);

/** The Events of looks that were had one after another; a look at CourtListener ends when the next one there shows otherwise. */
function eventsOf(order: readonly string[]): readonly MergedEvent[] {
  const key = (n: number): string => captureKey(`2017-12-15T00:0${n}:00.000Z`, String(n).padStart(16, '0'));
  const sighted = order.flatMap((look, n) =>
    looks[look]!.statements.flatMap((statement): readonly SightedEvent[] =>
      statement.kind === 'case'
        ? []
        : [{ observation: observe(sourceOf(look), statement), runs: [seenOnce(sourceOf(look), key(n))] }],
    ),
  );
  return mergeEvents(sighted);
}

function ordersOf(names: readonly string[]): readonly (readonly string[])[] {
  return names.length < 2
    ? [names]
    : names.flatMap((name) => ordersOf(names.filter((other) => other !== name)).map((rest) => [name, ...rest]));
}

describe('an entry that a feed, a docket report and CourtListener show', () => {
  it.each(ordersOf(Object.keys(looks)).map((order) => [order.join(', '), order] as const))(
    'is one Event: %s',
    (_name, order) => {
      const events = eventsOf(order);
      expect(events.map(({ possibleDuplicateOf }) => possibleDuplicateOf)).toEqual([[], [], []]);
      const said = events.map(({ states }) => states.at(-1)!.content.facts);
      expect(said).toMatchObject([{ text: expect.any(String) }, { text: expect.any(String) }, { text: minutes }]);
      expect(events.map(({ evidence }) => evidence.length).toSorted((a, b) => a - b)).toEqual([2, 4, 4]);
    },
  );

  it('is found in the feed and at CourtListener alike, before anybody has its words', () => {
    const events = eventsOf(['blank', 'cmecf-rss']);
    expect(events.map(({ keys }) => keys[0])).toEqual(['seq:31', 'seq:33']);
  });
});
