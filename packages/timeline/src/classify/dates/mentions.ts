/**
 * The grammar of dates in docket entries: an automaton that walks once over the tokens of a clause, keeps in mind what is
 * spoken of (a hearing, a deadline) and what is done to it, and gives each date its meaning.
 */
import { ClauseWords } from './clause-words.js';
import type { WordClass } from './lexicon.js';
import type { Mention, Role, Setting } from './mention.js';
import { deadlineRole, hearingRole, type Day, type Noun, type Spoken } from './roles.js';
import type { Clause, DateToken, TimeToken } from './tokens.js';

type Draft = { -readonly [Key in keyof Mention]: Mention[Key] };

type Added = Pick<Day, 'at' | 'date' | 'time'> & {
  readonly first?: number;
  readonly role: Role;
  readonly confidence?: number;
};

/** How many words a time may stand behind its day, and how many where something was held, of which the length is told, too. */
const reach = { SET: 16, HELD: 3 };
const extension = /^(?:exten[ds]|enlarg)/;
const given = /^(?:filed|served|lodged|received)$/;
const formerly = new Set(['previously', 'originally', 'formerly']);

/** What a clause says of each of its days. Linear in the length of the clause. */
export function mentionsIn(clause: Clause, setting: Setting): readonly Mention[] {
  return clause.some(({ kind }) => kind === 'DATE') ? new ClauseReader(clause, setting).read() : [];
}

class ClauseReader {
  readonly #clause: Clause;
  readonly #words: ClauseWords;
  readonly #setting: Setting;
  readonly #mentions: Draft[] = [];
  /** Days that what follows may move or vacate. */
  #pending: Draft[] = [];
  readonly #spoken: { -readonly [Key in keyof Spoken]: Spoken[Key] } = {
    noun: null,
    lead: null,
    link: null,
    disposition: null,
    wasFormerly: false,
    isDone: false,
    isTranscript: false,
    isExtension: false,
  };
  /** Indexes of days before anything that they could be the days of. */
  #floating: number[] = [];
  #lastDate: DateToken | null = null;
  #usedTime = -1;

  constructor(clause: Clause, setting: Setting) {
    this.#clause = clause;
    this.#words = new ClauseWords(clause);
    this.#setting = setting;
  }

  read(): readonly Mention[] {
    this.#clause.forEach((token, at) => {
      if (token.kind === 'DATE') this.#onDate(token, at);
      else if (token.kind === 'TIME') this.#onTime(token, at);
      else if (token.kind === 'WORD') {
        if (token.word === 'day' && this.#words.word(at - 1) === 'last') this.#onNoun('DEADLINE', at);
        else if (token.does) this.#onWord(token.does, at);
        else if (formerly.has(token.word)) this.#spoken.wasFormerly = true;
        else if (this.#words.endsHearing(at)) this.#vacate();
      } else if (token.kind === 'MARK') this.#onMark(token.word);
    });
    return this.#mentions;
  }

  #onMark(mark: string): void {
    if (mark !== ',' && mark !== ':') return;
    this.#closeNoun();
    // A heading (`Set/Reset Hearings:`) does nothing to the days behind it.
    if (mark === ':' && this.#spoken.link !== 'RECORD' && this.#spoken.link !== 'DUE') this.#spoken.link = null;
  }

  #closeNoun(): void {
    if (this.#spoken.noun) this.#spoken.noun = { ...this.#spoken.noun, isOpen: false };
  }

  #onWord(does: WordClass, at: number): void {
    switch (does) {
      case 'HEARING':
        if (this.#words.isWithout(at)) this.#vacate();
        this.#onNoun('HEARING', at);
        // A movant's notice sets its day by this word alone.
        if (this.#words.word(at) === 'presentment') this.#spoken.link = 'SET';
        return;
      case 'MATTER':
      case 'DEADLINE':
        return this.#onNoun(does, at);
      case 'PAPER':
        if (this.#words.isOnTheBriefs(at) && (this.#pending.length > 0 || this.#words.word(at - 3) === 'submitted')) {
          this.#vacate();
        }
        return this.#onNoun('PAPER', at);
      case 'PREPOSITION':
        if (this.#spoken.noun) this.#spoken.noun = { ...this.#spoken.noun, hasPreposition: true };
        return;
      case 'GRANT':
      case 'DENY':
        this.#spoken.disposition = does;
        if (this.#spoken.lead === 'REQUEST') this.#spoken.lead = null;
        return this.#closeNoun();
      case 'REQUEST':
        if (this.#spoken.disposition !== 'GRANT' && !this.#words.isReason(at)) this.#spoken.lead = 'REQUEST';
        return;
      case 'TO_RESET':
      case 'TO_VACATE':
        return this.#onInfinitive(does === 'TO_RESET' ? 'RESET' : 'VACATED', at);
      case 'SETTING':
      case 'RESETTING':
      case 'VACATING':
        // `continues to be stayed` moves nothing.
        if (this.#words.word(at + 1) === 'to' && !this.#words.isDateNear(at + 2)) return;
        if (this.#spoken.lead !== 'REQUEST')
          this.#spoken.lead = does === 'SETTING' ? 'SET' : does === 'RESETTING' ? 'RESET' : 'VACATED';
        this.#spoken.link = extension.test(this.#words.word(at)) ? 'EXTENDED' : null;
        return this.#closeNoun();
      case 'SET':
        return this.#onSet(at);
      case 'RESET':
        return this.#onReset(at);
      case 'VACATED':
        this.#closeNoun();
        // An order or a judgment is vacated as well; only what begins with it leads to a day.
        if (this.#pending.length > 0 || at === 0) this.#vacate();
        return;
      case 'HOLD':
        if (this.#words.does(at - 1) === 'MUST' || this.#words.word(at - 1) === 'to') this.#spoken.link = 'SET';
        return;
      case 'HELD':
        return this.#onHeld(at);
      case 'DUE':
        if (!/^(process|diligence|to|course|deference)$/.test(this.#words.word(at + 1))) this.#spoken.link = 'DUE';
        return this.#closeNoun();
      case 'RECORD':
        // `shall be filed on …` gives a last day, `was filed on …` tells of one.
        this.#spoken.link =
          this.#words.word(at - 1) !== 'be' ? 'RECORD' : given.test(this.#words.word(at)) ? 'DUE' : null;
        return;
      case 'SHOW':
        if (this.#words.word(at + 1) === 'cause') this.#spoken.link = 'APPEAR';
        return;
      case 'APPEAR':
        this.#spoken.link = 'APPEAR';
        return;
      case 'JUDGE':
        if (this.#words.isBy(at) && this.#spoken.link !== 'SET' && this.#spoken.link !== 'RESET')
          this.#spoken.link = 'RECORD';
        return;
      case 'TRANSCRIPT':
        this.#spoken.isTranscript = true;
        return;
      case 'BE':
        this.#spoken.isDone ||= this.#words.word(at) !== 'be';
        return;
      case 'AND':
      case 'BY':
      case 'MUST':
      case 'UNTIL':
    }
  }

  /** The head of a phrase decides: `deadline for the report of a conference`, `hearing on the deadline`; of a compound, its last word. */
  #onNoun(about: Noun['about'], at: number): void {
    const head = this.#spoken.noun;
    const isNew = !head?.isOpen || !head.hasPreposition || (head.about === 'MATTER' && about === 'HEARING');
    if (!isNew) return;
    this.#spoken.noun = { about, at, isOpen: true, hasPreposition: false };
    if (about === 'MATTER' || about === 'PAPER') return;
    for (const floating of this.#floating.splice(0)) this.#onFloating(about, at, floating);
  }

  /** A day in front of its noun: `the 3/21/2014 conference`, `March 1, 2010: deadline`, `On … the court will hold a hearing`. */
  #onFloating(about: 'HEARING' | 'DEADLINE', at: number, floating: number): void {
    const date = this.#clause[floating] as DateToken;
    const seen = { at: floating, date, time: this.#words.timeOf(floating, floating, reach.SET) };
    const gap = at - floating;
    if (about === 'DEADLINE' && gap <= 4 && this.#words.word(floating + 1) !== 'before')
      this.#add('DEADLINE', { ...seen, role: 'SET' });
    else if (about === 'HEARING' && this.#spoken.link === 'SET' && !this.#setting.isPast(date)) {
      this.#add('HEARING', { ...seen, role: 'SET', confidence: 0.8 });
    } else if (gap <= 8 && about === 'HEARING') {
      const isMoved = this.#spoken.lead === 'VACATED' || this.#spoken.lead === 'RESET';
      this.#add('HEARING', { ...seen, role: isMoved ? 'VACATED' : 'NAMED' });
    }
  }

  #onInfinitive(to: 'RESET' | 'VACATED', at: number): void {
    this.#spoken.isExtension ||= extension.test(this.#words.word(at));
    // `motion to continue`, `request for an adjournment`; `the court will continue the hearing to …`
    const { noun, lead, disposition } = this.#spoken;
    const isAsked = noun?.about === 'MATTER' || lead === 'REQUEST' || disposition === 'DENY' || this.#setting.isRequest;
    this.#spoken.lead = !isAsked || disposition === 'GRANT' || this.#words.isOwn(at) ? to : 'REQUEST';
    if (this.#spoken.lead === 'RESET' && extension.test(this.#words.word(at))) this.#spoken.link = 'EXTENDED';
    this.#closeNoun();
  }

  #onSet(at: number): void {
    const previous = this.#words.word(at - 1);
    if (previous === 'to' && this.#spoken.noun?.about === 'MATTER') this.#spoken.lead = 'REQUEST';
    const isMoved = this.#pending.some(({ role }) => role === 'VACATED') && this.#spoken.lead === null;
    const isCalled = this.#words.word(at) === 'called' && previous !== 'be';
    this.#spoken.link = /^(remains?|as|not)$/.test(previous) ? 'REMAIN' : isCalled ? 'HELD' : isMoved ? 'RESET' : 'SET';
    this.#closeNoun();
    if (this.#spoken.link === 'REMAIN') this.#predicate('NONE');
    if (/^(was|were)$/.test(previous)) this.#spoken.wasFormerly = true;
  }

  #onReset(at: number): void {
    const word = this.#words.word(at);
    if (word === 'reset' && this.#words.word(at - 1) === 'to') return this.#onInfinitive('RESET', at);
    this.#closeNoun();
    // `moved to Courtroom 5`, `continued to a telephone conference`.
    if (
      this.#words.word(at + 1) === 'to' &&
      !this.#words.isDateNear(at + 2) &&
      !/^(be|a|another)$/.test(this.#words.word(at + 2))
    )
      return;
    this.#spoken.link = extension.test(word) ? 'EXTENDED' : 'RESET';
    this.#predicate('VACATED');
  }

  #vacate(): void {
    if (this.#spoken.lead === 'REQUEST') return;
    if (this.#pending.length === 0) this.#spoken.lead = 'VACATED';
    this.#predicate('VACATED');
    this.#spoken.link = null;
  }

  #onHeld(at: number): void {
    const previous = this.#words.word(at - 1);
    if (previous === 'not') return this.#predicate('NONE');
    if (previous === 'be' && this.#words.word(at - 2) === 'not') return this.#vacate();
    if (previous === 'be' && this.#words.word(at - 2) === 'may') return;
    if (previous === 'be' || previous === 'being') {
      // Papers are completed by a day; hearings are held on it. `As soon as counsel may be heard` is no day.
      this.#spoken.link = /^(held|heard|conducted)$/.test(this.#words.word(at)) ? 'SET' : null;
      return;
    }
    const word = this.#words.word(at);
    // `CASE ARGUED on …`; counsel who argue at a hearing tell nothing of its day.
    if (word === 'argued' ? at > 2 : this.#spoken.noun?.about !== 'HEARING' && !/^(held|heard)$/.test(word)) return;
    this.#predicate(this.#spoken.isTranscript ? 'NONE' : 'HELD');
    this.#spoken.link = 'HELD';
    this.#closeNoun();
  }

  /** What is said of the days before: they are vacated, held, or were not held. */
  #predicate(role: Role): void {
    if (this.#spoken.lead === 'REQUEST') return;
    for (const mention of this.#pending) {
      if (mention.role !== 'NONE' && mention.role !== 'HELD' && this.#isMeant(mention)) mention.role = role;
    }
  }

  /** Whether what is said now is said of a day before: not where another hearing or a deadline was named since. */
  #isMeant({ about, noun }: Draft): boolean {
    const now = this.#spoken.noun;
    if (
      about === 'DEADLINE' ||
      noun < 0 ||
      !now ||
      now.at <= (this.#pending.at(-1)?.last ?? 0) ||
      now.about === 'MATTER'
    )
      return true;
    return now.about === 'HEARING' && this.#words.word(now.at) === this.#words.word(noun);
  }

  #onTime(time: TimeToken, at: number): void {
    const isNew =
      this.#spoken.link === 'RESET'
        ? this.#words.word(at - 1) === 'to'
        : this.#spoken.link === 'SET' && this.#words.word(at - 1) === 'at';
    if (at <= this.#usedTime || !isNew) return;
    const from = this.#pending.at(-1);
    // The time of a day that comes next (`to 9:00 a.m. on June 5`) waits for it; `that date` is one, too.
    const isFirst = this.#clause.slice(at + 1, at + 6).some(({ kind }) => kind === 'DATE');
    if (!from || isFirst || from.time?.time === time.time) return;
    this.#usedTime = at;
    this.#add('HEARING', { at, date: from.date, time, role: 'RESET' });
  }

  #onDate(token: DateToken, at: number): void {
    const first = this.#words.groupStart(at, this.#usedTime);
    const date = token.isReference ? this.#lastDate : token;
    if (!date || this.#words.isTrigger(first) || this.#words.isSpan(first)) return;
    this.#lastDate = date;
    const isHeld = this.#spoken.link === 'HELD' && !this.#setting.isRequest;
    const time = this.#words.timeOf(first, at, isHeld ? reach.HELD : reach.SET);
    const day = { at, first, date, time, preposition: this.#words.word(first - 1) };
    const around = { spoken: this.#spoken, setting: this.#setting, words: this.#words };
    const due = deadlineRole(day, around);
    const heard = due || this.#spoken.link === 'RECORD' ? null : hearingRole(day, around);
    if (due) this.#add('DEADLINE', { ...day, role: due });
    else if (heard) this.#add('HEARING', { ...day, ...heard });
    else if (this.#spoken.link === 'RECORD') this.#spoken.link = null;
    else {
      if (this.#words.does(first - 1) !== 'AND') this.#floating = [];
      this.#floating.push(at);
      return;
    }
    // Another day may be named beside it (`on 5/1/2010 and 5/2/2010`).
    if (this.#words.does(at + 1) !== 'AND' && this.#words.word(at + 1) !== ',' && day.preposition !== 'from')
      this.#spoken.link = null;
    this.#spoken.wasFormerly = false;
    this.#closeNoun();
  }

  #add(about: Mention['about'], { at, first = at, date, time, role, confidence = 1 }: Added): void {
    const last = time ? Math.max(at, this.#clause.indexOf(time, at)) : at;
    const noun = this.#spoken.noun?.at ?? -1;
    const mention: Draft = { about, role, date, time, from: null, clause: this.#clause, noun, first, last, confidence };
    if (role === 'RESET') {
      const before = this.#pending.filter((one) => one.about === about && one.role !== 'RESET' && this.#isMeant(one));
      mention.from = before.at(-1) ?? null;
      for (const one of before) one.role = 'NONE';
      this.#pending = [];
    }
    this.#mentions.push(mention);
    if (role !== 'HELD') this.#pending.push(mention);
    this.#usedTime = Math.max(this.#usedTime, last);
  }
}
