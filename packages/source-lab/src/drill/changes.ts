/** Changes of a page that publishers make without a word, made by machine. */
import { fieldsOf } from '../fields.js';
import { rowsOf, type Format, type Rows } from '../rows.js';

/** One change; `null` where the page has nothing that it could change. */
export interface PageChange {
  readonly name: string;
  /** The formats that it is for. */
  readonly formats: readonly Format[];
  readonly change: (text: string, rows: Rows) => string | null;
}

const every: readonly Format[] = ['xml', 'html', 'json'];
const changed = (text: string, before: string): string | null => (text === before ? null : text);
const all = (text: string, pattern: RegExp, by: string): string | null => changed(text.replace(pattern, by), text);
const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const rowwise =
  (change: (row: string, format: Format) => string) =>
  (_text: string, page: Rows): string | null =>
    page.rows.length === 0
      ? null
      : changed(latin1(page.with(page.rows.map((row) => change(row, page.format)))), latin1(page.with(page.rows)));

/** The fields of a row put in another order, or more of them. JSON has no order. */
function withFields(row: string, format: Format, arrange: (values: readonly string[]) => readonly string[]): string {
  const values = fieldsOf(format, row).map(({ value }) => value);
  return arrange(values).reduce(
    (changedRow, value, n) => fieldsOf(format, changedRow)[n]?.with(value) ?? changedRow,
    row,
  );
}

export const pageChanges: readonly PageChange[] = [
  {
    name: 'every second row gone',
    formats: every,
    change: (_text, { rows, with: page }) =>
      rows.length < 4 ? null : latin1(page(rows.filter((_, n) => n % 2 === 0))),
  },
  {
    name: 'every row gone',
    formats: every,
    change: (_text, { rows, with: page }) => (rows.length < 1 ? null : latin1(page([]))),
  },
  {
    name: 'the rows twice',
    formats: every,
    change: (_text, { rows, with: page }) => (rows.length < 1 ? null : latin1(page([...rows, ...rows]))),
  },
  { name: 'classes renamed', formats: ['html'], change: (text) => all(text, /(\sclass=["']?)/gi, '$1x-') },
  { name: 'ids renamed', formats: ['html'], change: (text) => all(text, /(\sid=["']?)/gi, '$1x-') },
  {
    name: 'wrapper divs',
    formats: ['html'],
    change: (text) => all(text, /(<table\b[\s\S]*<\/table>)/i, '<div class="wrap"><div>$1</div></div>'),
  },
  {
    name: 'tables to divs',
    formats: ['html'],
    change: (text) => all(text, /<(\/?)(?:table|tbody|tr|td|th)\b/gi, '<$1div'),
  },
  {
    name: 'a column inserted in front',
    formats: ['html'],
    change: rowwise((row) => row.replace(/<td\b/i, '<td>new</td><td')),
  },
  {
    name: 'two columns swapped',
    formats: ['html'],
    change: rowwise((row, format) =>
      withFields(row, format, ([first, second, ...rest]) =>
        first === undefined || second === undefined ? [] : [second, first, ...rest],
      ),
    ),
  },
  {
    name: 'the last column gone',
    formats: ['html'],
    change: rowwise((row) => row.replace(/<td\b(?![\s\S]*<td\b)[\s\S]*?(?=<\/tr|$)/i, '')),
  },
  {
    name: 'day and month swapped',
    formats: every,
    change: (text) => {
      const numbers = all(text, /\b(\d\d?)\/(\d\d?)\/(\d{4})\b/g, '$2/$1/$3');
      return all(numbers ?? text, /\b(\d{4})-(\d\d)-(\d\d)(?!\d)/g, '$1-$3-$2') ?? numbers;
    },
  },
  {
    name: 'dates in another form',
    formats: every,
    change: (text) =>
      all(text, /\b(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat), (\d{1,2}) ([A-Z][a-z]{2}) (\d{4})/g, '$1/$2/$3') ??
      all(text, /\b(\d\d?)\/(\d\d?)\/(\d{4})\b/g, '$2.$1.$3') ??
      all(text, /\b(\d{4})-(\d\d)-(\d\d)(?!\d)/g, '$3.$2.$1'),
  },
  { name: 'items renamed', formats: ['xml'], change: (text) => all(text, /<(\/?)(?:item|entry)\b/g, '<$1record') },
  {
    name: 'the elements of items renamed',
    formats: ['xml'],
    change: rowwise((row, format) =>
      fieldsOf(format, row).reduce(
        (text, { name }) =>
          text.replace(new RegExp(`(</?)${name.replace(/[^\w:-]/g, '\\$&')}\\b`, 'g'), `$1new${name}`),
        row,
      ),
    ),
  },
  {
    name: 'the elements of items in another order',
    formats: ['xml'],
    change: rowwise((row) => {
      const parts = [...row.matchAll(/<(?!item\b|entry\b)([\w:.-]+)(?=[\s>])[^>]*>[\s\S]*?<\/\1>/g)].map(
        ([part]) => part,
      );
      if (parts.length < 2) return row;
      return row.slice(0, row.indexOf('>') + 1) + parts.toReversed().join('') + row.slice(row.lastIndexOf('</'));
    }),
  },
  {
    name: 'an element that nobody knows',
    formats: ['xml'],
    change: rowwise((row) => row.replace('>', '><x-new>1</x-new>')),
  },
  {
    name: 'members renamed',
    formats: ['json'],
    change: rowwise((row) =>
      JSON.stringify(
        Object.fromEntries(
          Object.entries(JSON.parse(row) as object).map(([name, value]) => [`new${name}`, value as unknown]),
        ),
      ),
    ),
  },
  {
    name: 'a member that nobody knows',
    formats: ['json'],
    change: rowwise((row) => (row.startsWith('{') ? JSON.stringify({ xNew: 1, ...(JSON.parse(row) as object) }) : row)),
  },
  { name: 'the whole wrapped', formats: ['json'], change: (text) => `{"data":${text}}` },
];

/** Makes a change; `null` where it is not for such a page. */
export function changePage({ formats, change }: PageChange, body: Uint8Array): Uint8Array | null {
  const rows = rowsOf(body);
  if (!formats.includes(rows.format)) return null;
  const text = change(latin1(body), rows);
  return text === null ? null : Buffer.from(text, 'latin1');
}
