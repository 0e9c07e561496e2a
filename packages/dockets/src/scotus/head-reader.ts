import { collapse } from '../text/collapse.js';

/** A cell in the head of a docket page. */
export interface HeadCell {
  /** Its own text, white space single. */
  readonly text: string;
  /** All of it, that of tables within it included. */
  readonly wholeText: string;
  /** Where its first link leads. */
  readonly href: string | null;
}

const labels = {
  title: /^Title\s*:/i,
  docketed: /^Docketed\s*:/i,
  linked: /^Linked with\b:?/i,
  lowerCourt: /^Lower Ct\s*:/i,
  lowerNumbers: /^Case (?:Numbers?|Nos?\.)\s*:/i,
  lowerDecision: /^Decision Date\s*:/i,
  rehearing: /^Rehearing Denied\s*:/i,
  discretionary: /^Discretionary Court Decision Date\s*:/i,
  questions: /^Questions Presented\b/i,
  status: /^Status\s*:/i,
  analyst: /^Analyst\s*:/i,
} as const;

/** What a docket page's head has labels for. */
export type HeadLabel = keyof typeof labels;

const labelNames = Object.keys(labels) as readonly HeadLabel[];

/**
 * Reads the head of a docket page, a table of labels and values. A value stands beside its label; on pages of before
 * 2003 also below it, which is how further lines of a title come, too.
 */
export class HeadReader {
  /** `No. …`, all of it; `null` before it came. */
  number: string | null = null;
  readonly values = new Map<HeadLabel, string>();
  questionsHref: string | null = null;
  readonly #labelOfColumn: (HeadLabel | undefined)[] = [];

  /** Whether the row is one of the head's: `false` where nothing in it is labelled. */
  read(cells: readonly HeadCell[]): boolean {
    let inRow: HeadLabel | undefined;
    let hasLabel = false;
    for (const [column, cell] of cells.entries()) {
      const label = labelNames.find((name) => labels[name].test(cell.text));
      if (label !== undefined) {
        hasLabel = true;
        inRow = label;
        this.#labelOfColumn[column] = label;
        this.#readLabel(label, cell);
      } else if (/^No\. \d/.test(cell.text)) {
        this.number ??= cell.text;
        hasLabel = true;
      } else {
        const above = column === 0 ? this.#labelOfColumn[0] : this.#labelOfColumn[column - 1];
        this.#add(inRow ?? above, cell.wholeText);
      }
    }
    return hasLabel;
  }

  #readLabel(label: HeadLabel, { text, href }: HeadCell): void {
    if (label === 'questions') this.questionsHref ??= href;
    this.#add(label, text.replace(labels[label], ''));
  }

  #add(label: HeadLabel | undefined, text: string): void {
    if (label === undefined || this.number === null || !/\S/.test(text)) return;
    const value = this.values.get(label);
    // The oldest pages put the lower court's numbers, in parentheses, in the line below its name.
    if (label === 'lowerCourt' && value !== undefined && /^\s*\(/.test(text)) this.#add('lowerNumbers', text);
    else this.values.set(label, collapse(value === undefined ? text : `${value} ${text}`));
  }
}
