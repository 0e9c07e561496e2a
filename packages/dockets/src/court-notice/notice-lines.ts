import type { Block, Node } from '../html/page.js';
import { collapse } from '../text/collapse.js';

/** A line of a notice: a row of a table, or what stands between two breaks. */
export interface NoticeLine {
  /** White space single; never empty. */
  readonly text: string;
  /** The same without what is bold, italic, coloured or a link in it; white space as printed. */
  readonly unstyled: string;
  /** Where its links lead. */
  readonly links: readonly string[];
}

/** The lines of a notice that was written in HTML. */
export function linesOfBlock(body: Block): readonly NoticeLine[] {
  const collector = new LineCollector();
  collector.add(body.nodes, false);
  collector.end();
  return collector.lines;
}

class LineCollector {
  readonly lines: NoticeLine[] = [];
  #text = '';
  #unstyled = '';
  #links: string[] = [];

  /** `inOneLine`: breaks are blanks, as in a row that has a label in one cell and its value in the next. */
  add(nodes: readonly Node[], inOneLine: boolean): void {
    for (const node of nodes) {
      switch (node.type) {
        case 'text':
          this.#text += node.text;
          if (node.style === 0 && node.link === null) this.#unstyled += node.text;
          if (node.link && this.#links.at(-1) !== node.link.href) this.#links.push(node.link.href);
          break;
        case 'break':
          if (inOneLine) this.#blank();
          else this.end();
          break;
        case 'table':
          this.end();
          for (const { cells } of node.rows) {
            for (const cell of cells) {
              this.#blank();
              this.add(cell.nodes, cells.length > 1);
            }
            this.end();
          }
          break;
        case 'field':
      }
    }
  }

  end(): void {
    const text = collapse(this.#text);
    // No break parts the first document of a list from the words above it.
    const at = text.slice(1).search(/Document [dD]escription:/) + 1;
    const own = at === 0 ? text : text.slice(0, at);
    if (own !== '') this.lines.push({ text: own, unstyled: this.#unstyled, links: this.#links });
    if (at > 0) this.lines.push({ text: text.slice(at), unstyled: '', links: [] });
    this.#text = '';
    this.#unstyled = '';
    this.#links = [];
  }

  #blank(): void {
    this.#text += ' ';
    this.#unstyled += ' ';
  }
}

/** The lines of a notice in plain text, where lines of one paragraph are one. Texts of entries bring tags with them. */
export function linesOfText(text: string): readonly NoticeLine[] {
  return text
    .split(/\r?\n[^\S\n]*\n/)
    .map((paragraph) => collapse(paragraph.replace(/<\/?[biu]>/gi, '')))
    .filter((line) => line !== '')
    .map((line) => ({ text: line, unstyled: line, links: line.match(/https?:\/\/\S+/g) ?? [] }));
}
