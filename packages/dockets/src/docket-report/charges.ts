import { proseOf } from '../html/block-text.js';
import type { Cell } from '../html/page.js';
import { scrub } from '../text/scrub.js';
import type { Charge, Count, CriminalFacts } from './docket-report.js';

type Section = 'PENDING' | 'TERMINATED' | 'COMPLAINTS' | 'OPENING' | 'CLOSING';

const headings: readonly (readonly [RegExp, Section])[] = [
  [/highest\s+offense.*opening/i, 'OPENING'],
  [/highest\s+offense.*terminated/i, 'CLOSING'],
  [/pending\s+counts/i, 'PENDING'],
  [/terminated\s+counts/i, 'TERMINATED'],
  [/complaints/i, 'COMPLAINTS'],
];

/** What is read of the charges against one defendant, from rows below the party's own. */
export class Charges {
  #section: Section | null = null;
  readonly #counts: Count[] = [];
  readonly #complaints: Charge[] = [];
  #opening: string | null = null;
  #closing: string | null = null;

  /** Whether rows that follow belong here. */
  get open(): boolean {
    return this.#section !== null;
  }

  /** Takes the heading of a section (`Pending Counts`); `false` where it is another. */
  enter(heading: string): boolean {
    this.#section = headings.find(([pattern]) => pattern.test(heading))?.[1] ?? null;
    return this.#section !== null;
  }

  /** Takes a row of the section. */
  add(cells: readonly Cell[]): void {
    const text = scrub(proseOf(cells[0]!));
    if (this.#section === 'OPENING') this.#opening = text;
    else if (this.#section === 'CLOSING') this.#closing = text;
    else if (text !== 'None' && text !== '') {
      const charge = { text, disposition: cells[2] === undefined ? null : scrub(proseOf(cells[2])) || null };
      if (this.#section === 'COMPLAINTS') this.#complaints.push(charge);
      else if (this.#section !== null)
        this.#counts.push({ ...charge, number: numberAtEnd(text), status: this.#section });
    }
  }

  /** All that was taken; `null` where that was nothing. */
  facts(): CriminalFacts | null {
    if (this.#counts.length + this.#complaints.length === 0 && this.#opening === null && this.#closing === null)
      return null;
    return {
      counts: this.#counts,
      complaints: this.#complaints,
      highestOffenseOpening: this.#opening,
      highestOffenseTerminated: this.#closing,
    };
  }
}

/** The number stands in parentheses on a line of its own below the text. */
function numberAtEnd(text: string): string | null {
  return /\s\(([^()]*)\)$/.exec(text)?.[1] ?? null;
}
