/** A page as its rows: what the checks and the drill take away, spoil and turn round. */
import { closings, tagsOf, type Tag } from './tags.js';

export type Format = 'xml' | 'html' | 'json';

/** A page cut into rows: items of a feed, rows of its longest table, or members of its longest list. */
export interface Rows {
  readonly format: Format;
  /** Each as it stands in the page, bytes as ISO-8859-1 characters; of JSON, as UTF-8. */
  readonly rows: readonly string[];
  /** The page with other rows in place of its own. What stands between its rows stays. */
  readonly with: (rows: readonly string[]) => Uint8Array;
}

/** Cuts a page; it has no rows where none are found. Takes time in proportion to its length. */
export function rowsOf(body: Uint8Array): Rows {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const text = bytes.toString('latin1');
  const start = /^(?:ï»¿)?\s*(<\?xml|[[{])?/.exec(text)![1];
  if (start === '[' || start === '{') return jsonRows(bytes.toString('utf8'));
  const tags = tagsOf(text, { xml: true });
  const root = tags[0]?.name.toLowerCase();
  const items = root === 'html' ? [] : itemsOf(tags);
  const isXml = items.length > 0 || root === 'rss' || root === 'feed' || (start === '<?xml' && root !== 'html');
  return isXml ? cut('xml', text, items) : cut('html', text, longestTable(tagsOf(text, { xml: false })));
}

type Span = readonly [start: number, end: number];

function cut(format: Format, text: string, spans: readonly Span[]): Rows {
  const [first = [0, text.length], last = [0, text.length]] = [spans[0], spans.at(-1)];
  const between = spans.slice(1).map(([start], n) => text.slice(spans[n]![1], start));
  return {
    format,
    rows: spans.map(([start, end]) => text.slice(start, end)),
    with: (rows) => {
      if (spans.length === 0) return Buffer.from(text, 'latin1');
      const gaps = Array.from({ length: Math.max(rows.length - 1, between.length) }, (_, n) => between[n] ?? '\n');
      const middle = gaps.map((gap, n) => (rows[n] ?? '') + gap).join('') + (rows[gaps.length] ?? '');
      return Buffer.from(text.slice(0, first[0]) + middle + text.slice(last[1]), 'latin1');
    },
  };
}

/** The items of a feed, as far as they are whole. */
function itemsOf(tags: readonly Tag[]): readonly Span[] {
  const ends = closings(tags);
  const spans: Span[] = [];
  for (let at = 0; at < tags.length; at += 1) {
    const end = /^(?:item|entry)$/.test(tags[at]!.name) ? ends.get(at) : undefined;
    if (end === undefined) continue;
    spans.push([tags[at]!.start, tags[end]!.end]);
    at = end;
  }
  return spans;
}

/** The rows of the table that has most of them, those of tables within it left in place. */
function longestTable(tags: readonly Tag[]): readonly Span[] {
  const open: { start: number | null; spans: Span[] }[] = [];
  let longest: readonly Span[] = [];
  const endRow = (end: number): void => {
    const table = open.at(-1);
    if (!table || table.start === null) return;
    table.spans.push([table.start, end]);
    table.start = null;
  };
  for (const { name, kind, start, end } of tags) {
    if (name === 'table' && kind === 'open') open.push({ start: null, spans: [] });
    else if (name === 'table') {
      endRow(start);
      const spans = open.pop()?.spans ?? [];
      if (spans.length > longest.length) longest = spans;
    } else if (name === 'tr') {
      // A row that is not closed ends where the next begins.
      endRow(kind === 'open' ? start : end);
      const table = open.at(-1);
      if (table && kind === 'open') table.start = start;
    }
  }
  return longest;
}

/** Lists of JSON that are rows: objects or lists, each of them. */
const isRow = (value: unknown): boolean => typeof value === 'object' && value !== null;

function jsonRows(text: string): Rows {
  let whole: unknown;
  let list: unknown[] = [];
  let rows: readonly string[];
  try {
    whole = JSON.parse(text);
    const waiting = [whole].filter(isRow);
    for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
      if (Array.isArray(value) && value.length > list.length && value.every(isRow)) list = value;
      for (const member of Object.values(value as object).toReversed()) if (isRow(member)) waiting.push(member);
    }
    rows = list.map((row) => JSON.stringify(row));
    JSON.stringify(whole);
  } catch {
    // Cut off, or nested too deep to be written again.
    return { format: 'json', rows: [], with: () => Buffer.from(text) };
  }
  const own = [...list];
  const fill = (values: readonly unknown[]): void => {
    list.length = 0;
    for (const value of values) list.push(value);
  };
  return {
    format: 'json',
    rows,
    with: (others) => {
      fill(others.map((row) => JSON.parse(row) as unknown));
      const body = Buffer.from(JSON.stringify(whole));
      fill(own);
      return body;
    },
  };
}
