import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { kinds, type Kind, type KindName } from '../src/index.js';
import { fixture } from './fixture.js';

/** A file in which one piece, made by its place, stands `count` times. */
type Growing = (count: number) => Uint8Array;

const times = (count: number, piece: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => piece(index)).join('\n');

/** Doubles the piece of a fixture that lies between two marks. */
function growing(file: string, from: string, to: string): Growing {
  const text = Buffer.from(fixture(file)).toString('utf8');
  const start = text.indexOf(from);
  const end = text.indexOf(to, start) + to.length;
  const piece = text.slice(start, end);
  return (count) => Buffer.from(text.slice(0, start) + times(count, () => piece) + text.slice(end));
}

const scotusJson: Growing = (count) => {
  const json = JSON.parse(Buffer.from(fixture('scotus/docket.json')).toString('utf8')) as Record<string, unknown[]>;
  const [entry] = json['ProceedingsandOrder']!;
  return Buffer.from(JSON.stringify({ ...json, ProceedingsandOrder: Array.from({ length: count }, () => entry) }));
};

const acms: Growing = (count) => {
  const json = JSON.parse(Buffer.from(fixture('acms/docket.json')).toString('utf8')) as {
    docketInfo: { docketEntries: unknown[] };
  };
  const [entry] = json.docketInfo.docketEntries;
  json.docketInfo.docketEntries = Array.from({ length: count }, () => entry);
  return Buffer.from(JSON.stringify(json));
};

const largest: readonly (readonly [KindName, string, Growing, number])[] = [
  ['dockets_appellate', 'ca6', growing('appellate-docket/docket.html', '<!-- NEED 1', '</td></tr>\n<tr>'), 20_000],
  ['dockets_acms', 'ca9', acms, 20_000],
  ['scotus_json', '', scotusJson, 20_000],
  ['scotus_html', '', growing('scotus/today.html', '<div class="card"><table', '</table></div>\n'), 20_000],
  ['scotus_htm', '', growing('scotus/of-2002.htm', '<TR><TD>Feb 25', '</TR>\n'), 20_000],
  ['attachment_pages', 'cacd', growing('attachment-page/district.html', '<tr>\n<td><input', '</tr>\n'), 5_000],
  ['appellate_attachment_pages', 'ca5', growing('appellate-attachments/list.html', '<tr><td><input', '</tr>\n'), 5_000],
  ['nef_s3', 'njb', growing('court-notice/bankruptcy.txt', '<table border=0', '</table>\n'), 5_000],
  ['dockets_district', 'cacd', growing('docket-report/civil.html', '<tr><td width=', '</td></tr>\n'), 20_000],
  [
    'dockets_district',
    'cacd',
    growing('docket-report/civil.html', '<tr><td><b><u>Petitioner', '<tr><td></td></tr>\n'),
    5_000,
  ],
  ['dockets_bankruptcy', 'azb', growing('docket-report/bankruptcy.html', '<TR><TD nowrap', '</TD></TR>\n'), 20_000],
  [
    'docket_history_reports',
    'cacd',
    growing('docket-history/district.html', '<tr valign="top">', '</td></tr>\n<tr><td'),
    20_000,
  ],
  ['nef_html', 'cacd', growing('court-notice/body.html', 'Hearing on', '.'), 50_000],
];

/** CPU time in milliseconds. */
function cost(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/**
 * Whether work costs at most some times as much as other work, by the least that each cost in several turns: what else the
 * machine does makes one dearer now and then, and never cheaper.
 */
function costsAtMost(times: number, work: () => unknown, other: () => unknown): string | true {
  let [least, leastOther] = [Infinity, Infinity];
  for (let turn = 0; turn < 12; turn++) {
    leastOther = Math.min(leastOther, cost(other));
    least = Math.min(least, cost(work));
    if (turn >= 1 && least < leastOther * times + 5) return true;
  }
  return `${least} ms, and the other ${leastOther} ms`;
}

describe('reading', () => {
  it.each(largest)('takes time in proportion to the file’s length: %s', (name, court, file, count) => {
    const kind: Kind = kinds[name];
    const read = (bytes: Uint8Array) => (): unknown => kind.read(bytes, { court, name: '' });
    // Eight times as long: eight times the time, and 64 times where it grows with the square.
    expect(costsAtMost(8 * 2.5, read(file(count)), read(file(count / 8)))).toBe(true);
  });

  it.each(largest)('costs not much more than the parser’s bare events: %s', (name, court, file, count) => {
    const kind: Kind = kinds[name];
    const bytes = file(count / 4);
    const events = { ontext: () => {}, onopentag: () => {}, onclosetag: () => {} };
    const bare = (): void => new Parser(events).end(Buffer.from(bytes).toString('latin1'));
    expect(costsAtMost(6, () => kind.read(bytes, { court, name: '' }), bare)).toBe(true);
  });
});
