import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sharedFolder } from '@vigil/tooling/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsOf } from '../src/fields.js';
import { rowsOf, type Format } from '../src/rows.js';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const textOf = (body: Uint8Array): string => Buffer.from(body).toString('latin1');

/** Words without markup, in the characters that a page of one byte a character has. */
const words = fc
  .array(fc.constantFrom('Order', 'stay', ' ', '\n', '&amp;', '5', 'é', '"', "'", '/', '=', ']', '-'), { maxLength: 8 })
  .map((pieces) => pieces.join(''));
const space = fc.constantFrom('', ' ', '\n', '\n\t');

/** An item: elements of some names, with attributes and elements within them, empty ones and CDATA. */
const element = fc
  .record({
    name: fc.constantFrom('title', 'guid', 'dc:date', 'x-note', 'item-no', 'category'),
    attributes: fc.constantFrom('', ' isPermaLink="true"', ` a='>'`),
    value: fc.oneof(
      words,
      words.map((text) => `<b>${text}</b> and <title>${text}</title>`),
      words.map((text) => `<![CDATA[<item> ${text.replace(']', '')} </guid>]]>`),
    ),
  })
  .map(({ name, attributes, value }) => ({ value, text: `<${name}${attributes}>${value}</${name}>` }));
const xmlRow = fc
  .tuple(fc.constantFrom('<item>', '<item rdf:about="x">'), fc.array(fc.tuple(element, space), { maxLength: 5 }))
  .map(([open, parts]) => ({
    text: `${open}${parts.map(([{ text }, gap]) => `${text}${gap}<br/>`).join('')}</item>`,
    values: parts.map(([{ value }]) => value),
  }));
const xmlPage = fc.array(fc.tuple(xmlRow, space), { maxLength: 6 }).map((rows) => ({
  format: 'xml' as const,
  rows: rows.map(([row]) => row),
  text: `<?xml version="1.0"?><!-- <item>none</item> --><rss><channel><title>é</title>${rows
    .map(([{ text }, gap]) => text + gap)
    .join('')}</channel></rss>`,
}));

/** A row of a table whose tags may be left open, and whose cells may hold a table. */
const cell = fc.oneof(
  words,
  words.map((text) => `<a href="?td=1">${text}</a>`),
  words.map((text) => `<table><tr><td>${text}<tr><td>inner</td></tr></table>`),
);
const htmlRow = fc
  .tuple(
    fc.constantFrom('<tr>', '<TR class=x>'),
    fc.array(fc.tuple(cell, fc.constantFrom('</td>', '</TD>', '')), { minLength: 1, maxLength: 5 }),
    fc.boolean(),
  )
  .map(([open, cells, closed]) => ({
    text: `${open}${cells.map(([value, close]) => `<td nowrap>${value}${close}`).join('')}${closed ? '</tr>' : ''}`,
    values: cells.map(([value]) => value),
  }));
const htmlPage = fc
  // A table within a cell has two rows, and the longest is wanted.
  .array(fc.tuple(htmlRow, fc.constantFrom('', '<tbody>')), { minLength: 3, maxLength: 7 })
  .map((rows) => ({
    format: 'html' as const,
    rows: rows.map(([row]) => row),
    text: `<!doctype html><html><body><table><tr><td>head</table><table>${rows
      .map(([{ text }, gap], n) => (n === 0 ? '' : text.startsWith('<tr>') ? gap : '') + text)
      .join('')}</table></body></html>`,
  }));

/** A member of a list: an object, or a list of columns. */
const jsonValue = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.integer(),
  fc.constant(null),
  fc.constant({ deep: [1, 'x'] }),
);
const jsonRow = fc.oneof(
  fc.dictionary(fc.string({ unit: 'grapheme' }), jsonValue, { maxKeys: 5 }),
  fc.array(jsonValue, { maxLength: 5 }),
);
const jsonPage = fc
  .array(jsonRow, { minLength: 1, maxLength: 6 })
  .chain((rows) =>
    fc
      .constantFrom(
        JSON.stringify(rows),
        JSON.stringify({ data: { rows, of: rows.length } }, null, 2),
        ` ${JSON.stringify({ short: [], of: 'é', rows })}`,
      )
      .map((text) => ({ rows: rows.map((row) => JSON.stringify(row)), text })),
  );

describe('rows of XML and HTML', () => {
  it.each([
    ['XML', xmlPage],
    ['HTML', htmlPage],
  ] as const)('are the page, cut: put back they are it, byte for byte (%s)', (_name, page) => {
    fc.assert(
      fc.property(page, ({ rows, format, text }) => {
        const cut = rowsOf(bytes(text));
        expect(cut.format).toBe(format);
        // Where a row is left open, what follows up to the next belongs to it.
        expect(cut.rows.map((row) => row.replace(/<tbody>$/, ''))).toEqual(rows.map((row) => row.text));
        expect(textOf(cut.with(cut.rows))).toBe(text);
      }),
    );
  });

  it.each([
    ['XML', xmlPage],
    ['HTML', htmlPage],
  ] as const)('may be taken away, doubled and turned round, and are then the page’s (%s)', (_name, page) => {
    const arranged = page.chain(({ text }) => {
      const { rows } = rowsOf(bytes(text));
      const others =
        rows.length === 0 ? fc.constant([]) : fc.array(fc.constantFrom(...rows), { minLength: 3, maxLength: 12 });
      return fc.tuple(fc.constant(text), others);
    });
    fc.assert(
      fc.property(arranged, ([text, others]) => {
        const again = rowsOf(rowsOf(bytes(text)).with(others));
        const closed = (row: string): string => row.replace(/(?:<tbody>|\s)+$/, '');
        expect(again.rows.map(closed)).toEqual(others.map(closed));
      }),
    );
  });

  it('keep what stands between them and round them', () => {
    const page =
      '<table><thead><tr><th>No.</tr></thead><tbody><tr><td>1</td></tr></tbody><tbody><tr><td>2</td></tr></tbody></table>!';
    const { rows, with: put } = rowsOf(bytes(page));
    expect(rows).toEqual(['<tr><th>No.</tr>', '<tr><td>1</td></tr>', '<tr><td>2</td></tr>']);
    expect(textOf(put([rows[0]!, rows[2]!]))).toBe(
      '<table><thead><tr><th>No.</tr></thead><tbody><tr><td>2</td></tr></tbody><tbody></tbody></table>!',
    );
    expect(textOf(put([]))).toBe('<table><thead></thead><tbody></tbody><tbody></tbody></table>!');
  });

  it('are those of Atom, too, and of pages with comments before', () => {
    const atom = '<!-- made by hand --><feed><entry><id>1</id></entry><entry><id>2</id></entry></feed>';
    expect(rowsOf(bytes(atom))).toMatchObject({ format: 'xml', rows: { length: 2 } });
    expect(rowsOf(bytes(`\u00ef\u00bb\u00bf<?xml version="1.0"?><rss></rss>`))).toMatchObject({
      format: 'xml',
      rows: [],
    });
    expect(rowsOf(bytes('<?xml version="1.0"?><!DOCTYPE html><html><table><tr><td>1</table></html>'))).toMatchObject({
      format: 'html',
      rows: ['<tr><td>1'],
    });
  });

  it('are rows of a table where HTML speaks of items', () => {
    const page = '<html><item>1</item><entry>2</entry><table><tr><td>3</td></tr></table></html>';
    expect(rowsOf(bytes(page))).toMatchObject({ format: 'html', rows: ['<tr><td>3</td></tr>'] });
  });

  it('are only those that are whole', () => {
    expect(rowsOf(bytes('<rss><item>1<item><b>2</item><item>3')).rows).toEqual(['<item><b>2</item>']);
    expect(rowsOf(bytes('<rss><item>1<item>2</item></item>')).rows).toEqual(['<item>1<item>2</item></item>']);
    expect(rowsOf(bytes('<html><table><tr><td>1</td></tr>')).rows).toEqual([]);
  });
});

describe('rows of JSON', () => {
  it('are the members of the longest list, and put back say the same', () => {
    fc.assert(
      fc.property(jsonPage, ({ rows, text }) => {
        const cut = rowsOf(Buffer.from(text));
        expect(cut.format).toBe('json');
        expect(cut.rows).toEqual(rows);
        expect(JSON.parse(Buffer.from(cut.with(cut.rows)).toString())).toEqual(JSON.parse(text));
        // What was put in before leaves no trace.
        expect(rowsOf(cut.with([...rows, ...rows])).rows).toHaveLength(rows.length * 2);
        expect(rowsOf(cut.with(rows.toReversed())).rows).toEqual(rows.toReversed());
      }),
    );
  });

  it.each(['[', '{"a":', '[1,2]', '[null,{}]', '{}', '[]'])('are none of %s', (text) => {
    expect(rowsOf(bytes(text))).toMatchObject({ format: 'json', rows: [] });
    expect(textOf(rowsOf(bytes(text)).with([]))).toBe(text);
  });
});

describe('fields of a row', () => {
  const pages = {
    xml: xmlRow,
    html: htmlRow,
    json: jsonRow.map((row) => ({
      text: JSON.stringify(row),
      values: Object.values(row).map((value: unknown) =>
        typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value),
      ),
    })),
  } satisfies Record<Format, unknown>;

  it.each(['xml', 'html', 'json'] as const)('are its own, in its order, and are put in one by one (%s)', (format) => {
    fc.assert(
      fc.property(pages[format], words, fc.nat(), ({ text, values }, other, n) => {
        const fields = fieldsOf(format, text);
        expect(fields.map(({ value }) => value)).toEqual(values);
        if (fields.length === 0) return;
        const at = n % fields.length;
        const changed = fieldsOf(format, fields[at]!.with(other));
        expect(changed.map(({ value }) => value)).toEqual(values.with(at, other));
        expect(changed.map(({ name }) => name)).toEqual(fields.map(({ name }) => name));
        // A member of JSON that is no text becomes one.
        expect(fields[at]!.with(fields[at]!.value) === text || format === 'json').toBe(true);
      }),
    );
  });

  it('bear the names of elements and members, and of columns their number', () => {
    const names = (format: Format, row: string): readonly string[] => fieldsOf(format, row).map(({ name }) => name);
    expect(names('xml', '<item><dc:date>1</dc:date><x-no/><a><b>2</b></a></item>')).toEqual(['dc:date', 'a']);
    expect(names('html', '<tr><th>1</th><td>2<td>3</td></tr>')).toEqual(['column 1', 'column 2']);
    expect(names('json', '{"b":1,"__proto__":2}')).toEqual(['b', '__proto__']);
    expect(names('json', '[1,[2]]')).toEqual(['column 1', 'column 2']);
  });

  it('go on after an element that is never closed', () => {
    expect(fieldsOf('xml', '<item><title>1<link>2</link></item>').map(({ value }) => value)).toEqual(['2']);
  });
});

describe('recorded pages', () => {
  it.each([
    ['rss_feeds', /\.xml$/, 'xml', '</item>'],
    ['dockets_district', /\.html$/, 'html', null],
  ] as const)('are cut and put together again, byte for byte: %s', (kind, name, format, end) => {
    const folder = join(sharedFolder('conformance'), kind);
    const files = readdirSync(folder).filter((file) => name.test(file));
    expect(files.length).toBeGreaterThan(7);
    for (const file of files) {
      const body = readFileSync(join(folder, file));
      const cut = rowsOf(body);
      const ends = end === null ? cut.rows.length : body.toString('latin1').split(end).length - 1;
      expect([file, cut.format, cut.rows.length]).toEqual([file, format, ends]);
      expect(cut.rows.length).toBeGreaterThan(0);
      expect(Buffer.compare(cut.with(cut.rows), body)).toBe(0);
    }
  });
});

describe('a hostile page', () => {
  /** Seconds of processor time; what grows with the square of a length would take many times as much. */
  const most = 3;
  const secondsOf = (work: () => void): number => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000_000;
  };
  const filled = (piece: string, length = 200_000): string => piece.repeat(Math.ceil(length / piece.length));

  it('of a megabyte of items that never end is cut in time', () => {
    const body = bytes(filled('<item>', 1_000_000));
    expect(secondsOf(() => rowsOf(body))).toBeLessThan(most);
  });

  it.each([
    '<item><title>',
    '<item',
    '</item>',
    '<item></entry>',
    '<item/>',
    '<html>',
    '<table>',
    '<table><tr><td>',
    '<table><table></table>',
    '<td',
    '<!--',
    '<![CDATA[',
    '<script>',
    '<a b="',
    '<',
    '[',
    '{"a":',
    '{"a":[',
    '[{},',
    ' ',
  ])('made of %j is cut in time', (piece) => {
    const body = bytes(filled(piece));
    expect(secondsOf(() => rowsOf(body))).toBeLessThan(most);
  });

  it.each([
    ['[', ']'],
    ['{"a":[', ']}'],
    ['{"a":', '}'],
  ])('of JSON nested in %j beyond measure has no rows', (open, close) => {
    const depth = 100_000;
    const deep = `${open.repeat(depth)}{}${close.repeat(depth)}`;
    expect(rowsOf(bytes(deep)).rows).toEqual([]);
    // It could be cut, and never put together again.
    expect(rowsOf(bytes(`{"rows":[{},{}],"deep":${deep}}`)).rows).toEqual([]);
  });

  it('of very many small rows has them all', () => {
    const count = 200_000;
    const { rows, with: put } = rowsOf(bytes(`[${Array.from({ length: count }, () => '{}').join()}]`));
    expect(rows).toHaveLength(count);
    expect(put(rows)).toHaveLength(count * 3 + 1);
  });

  it.each([
    ['xml', '<item>', '<a>'],
    ['xml', '<item>', '<a'],
    ['xml', '<item>', '<a></b>'],
    ['html', '<tr>', '<td>'],
    ['html', '<tr>', '<td'],
    ['html', '<tr>', '<td><table>'],
  ] as const)('whose %s row is %s and then %j has its fields in time', (format, open, piece) => {
    const row = open + filled(piece);
    expect(secondsOf(() => fieldsOf(format, row))).toBeLessThan(most);
  });
});
