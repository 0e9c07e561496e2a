import { weekdays, type WordClass } from './lexicon.js';
import type { Clause, TimeToken, Token } from './tokens.js';

/** What ends the search for the time of a day. */
const ends: ReadonlySet<WordClass> = new Set(
  'SET SETTING RESET RESETTING VACATED VACATING HELD BY DUE DEADLINE REQUEST GRANT DENY RECORD MUST HEARING'.split(
    ' ',
  ) as WordClass[],
);

/** The words of a clause by their place in it, and what stands around one. */
export class ClauseWords {
  readonly #clause: Clause;

  constructor(clause: Clause) {
    this.#clause = clause;
  }

  word(at: number): string {
    const token = this.#clause[at];
    return token && 'word' in token ? token.word : '';
  }

  does(at: number): WordClass | null {
    const token = this.#clause[at];
    return token?.kind === 'WORD' ? token.does : null;
  }

  /** `off calendar`, `under submission`, `on the papers`, `will not go forward`: no hearing is held. */
  endsHearing(at: number): boolean {
    const [before, word, after] = [this.word(at - 1), this.word(at), this.word(at + 1)];
    if (word === 'calendar') return before === 'off';
    if (word === 'submission') return before === 'under';
    if (word === 'papers') return before === 'on' || before === 'the';
    return word === 'not' && this.does(at - 1) === 'MUST' && (after === 'go' || after === 'proceed');
  }

  /** `without oral argument`, `no hearing`. */
  isWithout(at: number): boolean {
    const before = this.word(this.word(at - 1) === 'oral' ? at - 2 : at - 1);
    return before === 'without' || before === 'no';
  }

  isOnTheBriefs(at: number): boolean {
    return /^briefs?$/.test(this.word(at)) && this.word(at - 1) === 'the' && this.word(at - 2) === 'on';
  }

  /** `at the request of`, `as requested`: why it is done. `Redaction Request due`: what is due. */
  isReason(at: number): boolean {
    const before = this.word(this.word(at - 1) === 'the' ? at - 2 : at - 1);
    return /^(per|at|upon|as|pursuant|on)$/.test(before) || this.does(at + 1) === 'DUE';
  }

  /** `The court will continue the hearing`, `STIPULATION and ORDER to continue`. */
  isOwn(at: number): boolean {
    return this.does(at - 1) === 'MUST' || (this.word(at - 2) === 'order' && this.word(at - 1) === 'to');
  }

  /** `by Judge …`, `by U.S. Magistrate Judge …`: who signed, of which a day is told next. */
  isBy(at: number): boolean {
    for (let back = at - 1; back >= at - 6; back -= 1) {
      if (this.word(back) === 'by') return true;
      if (!/^(the|us|u|s|\.|chief|magistrate|district|senior|bankruptcy|circuit|hon|honorable)$/.test(this.word(back)))
        return false;
    }
    return false;
  }

  /** A day from which a period runs (`60 days from 5/1/2020`), or to which it runs back. */
  isTrigger(first: number): boolean {
    const [before, preposition] = [this.word(first - 2), this.word(first - 1)];
    const isOne = preposition === 'to' ? before === 'prior' : /^(of|from|after|following|before)$/.test(preposition);
    // `the week of 5/4/2020` is when it is.
    if (!isOne || before === 'week') return false;
    return [2, 3, 4, 5].some((back) => /^(days?|hours?|weeks?|months?)$/.test(this.word(first - back)));
  }

  /** A stretch of days in which a court sits: `during the 5/5/20 - 5/8/20 session`. */
  isSpan(first: number): boolean {
    if (/^[-–]$/.test(this.word(first - 1)) && this.isDate(first - 2)) return true;
    return this.word(first - 1) === 'during' || this.word(first - 2) === 'during';
  }

  isDate(at: number): boolean {
    return this.#clause[at]?.kind === 'DATE';
  }

  /** Whether a judge is named behind a day: `set for 5/20/2024 before Judge …`. */
  isBefore(at: number): boolean {
    return this.#clause.slice(at + 1, at + 6).some((token) => token.kind === 'WORD' && token.word === 'before');
  }

  /** Whether a day or time is told by the next words. */
  isDateNear(at: number): boolean {
    return this.#clause.slice(at, at + 4).some(({ kind }) => kind === 'DATE' || kind === 'TIME');
  }

  /** Where a day begins with the time and weekday in front of it: `4:00 p.m. on Thursday, July 16`. */
  groupStart(at: number, usedTime: number): number {
    let first = at;
    if (this.word(first - 1) === ',' || this.word(first - 1) === '.') {
      if (weekdays.has(this.word(first - 2))) first -= 2;
    } else if (weekdays.has(this.word(first - 1))) first -= 1;
    if (this.word(first - 1) === 'the') first -= 1;
    const time = /^(on|of|,)$/.test(this.word(first - 1)) ? first - 2 : first - 1;
    return this.#clause[time]?.kind === 'TIME' && time > usedTime ? time : first;
  }

  /** The time of a day: in front of it, else the next one behind it, if no other day or deed comes first. */
  timeOf(first: number, at: number, words: number): TimeToken | null {
    const before = this.#clause[first];
    if (before?.kind === 'TIME') return before;
    for (let next = at + 1; next <= at + words; next += 1) {
      const token: Token | undefined = this.#clause[next];
      if (token?.kind === 'TIME') return token;
      if (!token || token.kind === 'DATE' || this.word(next) === 'from') return null;
      if (token.kind === 'WORD' && token.does && ends.has(token.does)) return null;
    }
    return null;
  }
}
