import { VigilError } from '@vigil/errors';
import { describe, expect, it } from 'vitest';
import { linesOf, proseOf, textOf } from '../src/html/block-text.js';
import { Style, type Block, type Node, type Table } from '../src/html/page.js';
import { readBlock, readPage } from '../src/html/read-page.js';

const tableIn = (block: Block): Table => block.nodes.find((node): node is Table => node.type === 'table')!;
const cellsOf = (html: string): readonly (readonly string[])[] =>
  tableIn(readBlock(html)).rows.map(({ cells }) => cells.map(textOf));
const styled = (nodes: readonly Node[]): readonly (readonly [string, number])[] =>
  nodes.flatMap((node) => (node.type === 'text' ? [[node.text, node.style] as const] : []));

describe('a page', () => {
  it('ends a cell where the next, its row or its table begins or ends, whatever was left open in it', () => {
    const rows = [
      ['1', 'a'],
      ['2', 'b'],
    ];
    expect(cellsOf('<table><tr><td>1<td><font><b>a<tr><td>2</td><td>b</table>')).toEqual(rows);
    expect(cellsOf('<TABLE><TR><TD>1</TD><TD><I>a</TR><TR><TH>2</TH></TD><TD>b</TD></TR></TABLE>')).toEqual(rows);
    expect(cellsOf('<table><td>1<td>a</tbody><tbody><td>2<td>b</table>')).toEqual(rows);
  });

  it('keeps a tag that nothing opened from closing what surrounds its cell', () => {
    expect(cellsOf('<font><table><tr><td>1</font></b></center>1<td>2</table></font>')).toEqual([['11', '2']]);
  });

  it('puts what stands between cells before the table', () => {
    const { nodes } = readBlock('<table><tr>stray<td>1</td> </tr><input name="n" value="v"></table>');
    expect(nodes.map(({ type }) => type)).toEqual(['text', 'field', 'table']);
  });

  it('knows a table in a cell from one that a table between cells ends', () => {
    const nested = tableIn(readBlock('<table><tr><td>a<table><tr><td>b</table>c</table>'));
    expect(textOf({ nodes: [nested] }).replace(/\s+/g, '')).toBe('abc');
    expect(readBlock('<table><tr><table><tr><td>b</table></table>').nodes).toHaveLength(2);
  });

  it('styles text by what is open in its own cell, and tells where the table stands', () => {
    const { nodes } = tableIn(readBlock('<center><b><table><tr><td><i>x<b>y</i>z</table></b></center>')).rows[0]!
      .cells[0]!;
    expect(styled(nodes)).toEqual([
      ['x', Style.CENTERED | Style.ITALIC],
      ['y', Style.CENTERED | Style.ITALIC | Style.BOLD],
      ['z', Style.CENTERED | Style.BOLD],
    ]);
  });

  it('closes a style as often as it was opened', () => {
    expect(styled(readBlock('<b>a<b>b</b>c</b>d').nodes).map(([, style]) => style)).toEqual([1, 1, 1, 0]);
  });

  it('keeps the text of tags that it does not know, and drops scripts, styles and titles', () => {
    const html = '<title>t</title><style>s</style><script>if (a<b) {"</td>"}</script><nobr>x</nobr><blink>y</blink>';
    expect(textOf(readBlock(html))).toBe('xy');
  });

  it('decodes entities, and removes what no page may hold', () => {
    const { body } = readPage(Buffer.from('<![CDATA[a&nbsp;&amp;&#36;\u0000b&#03c]]>'));
    expect(textOf(body)).toBe('a\u00a0&$bc');
  });

  it('reads links with their scripts, those without text too', () => {
    const { nodes } = readBlock(`<a href="/doc1/1" onClick="goDLS('x')">1</a><a href='/x'><img></a>`);
    expect(nodes.map((node) => node.type === 'text' && node.link)).toEqual([
      { href: '/doc1/1', script: "goDLS('x')" },
      { href: '/x', script: '' },
    ]);
  });

  it('is refused where tables nest deeper than on any page of a court', () => {
    const deep = '<table><tr><td>'.repeat(100_000);
    expect(() => readBlock(deep)).toThrow(VigilError);
    expect(readBlock('<b><center><div><font>'.repeat(50_000)).nodes).toEqual([]);
  });
});

describe('the text of a cell', () => {
  const cell = readBlock('ORDER<br>GRANTING <p>in part<br> <br>x  y');

  it('is joined without its breaks, or line by line', () => {
    expect(textOf(cell)).toBe('ORDERGRANTING in part x  y');
    expect(linesOf(cell)).toEqual(['ORDER', 'GRANTING ', 'in part', ' ', 'x  y']);
  });

  it('is prose in which a break is a line’s end where nothing else parts two words', () => {
    expect(proseOf(cell)).toBe('ORDER\nGRANTING in part x y');
    expect(proseOf(readBlock(' a  b '))).toBe('a b');
  });
});
