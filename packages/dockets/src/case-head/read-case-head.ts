import { Style, type Block, type TextRun } from '../html/page.js';
import { tidy, tidyOrNull } from '../text/tidy.js';
import type { CaseHead, Fact, Remark } from './case-head.js';

/** Text between two breaks. */
interface Line {
  readonly runs: readonly TextRun[];
  /** Whether it begins in bold that a line above began. */
  readonly continued: boolean;
}

const large = Style.CENTERED | Style.FONT;
const numberForm = /^\s*(MDL No\.\s*\d+|\S*\d-\S+)/i;

/** Reads the head of a case's page: the centred text that begins with a docket number; `null` without one. */
export function readCaseHead(body: Block): CaseHead | null {
  const [first, ...rest] = headLines(body);
  if (first === undefined) return null;
  const [number, ...behind] = first.runs;
  const note = behind.findIndex(isBold);
  const [caption, remark] = note < 0 ? [behind, []] : [behind.slice(0, note), behind.slice(note)];
  // A note that nobody ended: all that follows is of it.
  const endless = note >= 0 && rest.length > 0 && rest.every(({ continued }) => continued);
  const lines = new HeadLines();
  if (!endless) rest.forEach((line) => lines.read(line));
  return {
    printedNumber: tidy(numberForm.exec(number!.text)![1]!),
    caption: tidyOrNull(textOf(caption)),
    note: tidyOrNull(textOf(endless ? [...remark, ...rest.flatMap(({ runs }) => runs)] : remark)),
    ...lines.result(),
  };
}

function headLines(body: Block): readonly Line[] {
  const start = body.nodes.findIndex(
    (node) => node.type === 'text' && (node.style & large) === large && numberForm.test(node.text),
  );
  if (start < 0) return [];
  const lines: { runs: TextRun[]; continued: boolean }[] = [{ runs: [], continued: false }];
  for (const node of body.nodes.slice(start)) {
    if ((node.type !== 'text' && node.type !== 'break') || (node.style & Style.CENTERED) === 0) break;
    if (node.type === 'text') lines.at(-1)!.runs.push(node);
    else lines.push({ runs: [], continued: isBold(node) });
  }
  return lines;
}

const isBold = ({ style }: { readonly style: number }): boolean => (style & Style.BOLD) !== 0;
const textOf = (runs: readonly TextRun[]): string => runs.map(({ text }) => text).join(' ');

/** Sorts the lines below the first into judges, facts and the rest. */
class HeadLines {
  #presiding: string | null = null;
  #referral: string | null = null;
  #relatedCases: string | null = null;
  readonly #facts: Fact[] = [];
  readonly #remarks: Remark[] = [];

  read({ runs, continued }: Line): void {
    const text = tidy(textOf(runs));
    if (text === '') return;
    if (continued) this.#remarks.push({ text, bold: false });
    else if (runs.some(isBold)) this.#readFacts(runs);
    else if (!this.#readJudge(text)) this.#remarks.push({ text, bold: false });
  }

  result(): Pick<CaseHead, 'presiding' | 'referral' | 'relatedCases' | 'facts' | 'remarks'> {
    return {
      presiding: this.#presiding,
      referral: this.#referral,
      relatedCases: this.#relatedCases,
      facts: this.#facts,
      remarks: this.#remarks,
    };
  }

  #readJudge(text: string): boolean {
    const related = /^Related cases?:\s*(.*)/i.exec(text)?.[1];
    if (related !== undefined) {
      this.#relatedCases = related;
      return true;
    }
    // A case that the probation office keeps has no judge, and of a panel the first judge stands for all.
    if (/panel [23]$|Probation/.test(text)) return true;
    const [, name, role] = /^(.+), +(presiding|panel 1|referral)$/i.exec(text) ?? [];
    if (name === undefined) return false;
    if (role!.toLowerCase() === 'referral') this.#referral ??= name;
    else this.#presiding ??= name;
    return true;
  }

  #readFacts(runs: readonly TextRun[]): void {
    for (let at = 0; at < runs.length;) {
      const label = endOf(runs, at, true);
      const value = endOf(runs, label, false);
      const [name, text] = [tidy(textOf(runs.slice(at, label))), tidy(textOf(runs.slice(label, value)))];
      if (name.endsWith(':')) this.#facts.push({ label: name.slice(0, -1).trimEnd(), value: text });
      else if (name !== '' || text !== '') this.#remarks.push({ text: tidy(`${name} ${text}`), bold: true });
      at = value;
    }
  }
}

/** Where the runs from a place on stop to be bold, or not to be. */
function endOf(runs: readonly TextRun[], from: number, bold: boolean): number {
  const length = runs.slice(from).findIndex((run) => isBold(run) !== bold);
  return length < 0 ? runs.length : from + length;
}
