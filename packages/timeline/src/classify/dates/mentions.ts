/**
 * The grammar of dates in docket entries: an automaton that walks once over the tokens of a clause, keeps in mind what is
 * spoken of (a hearing, a deadline) and what is done to it, and gives each date its meaning.
 */
import { ClauseWords } from './clause-words.js';
import type { WordClass } from './lexicon.js';
import type { Mention, Role, Setting } from './mention.js';
import type { Clause, DateToken, TimeToken } from './tokens.js';

interface Noun {
  readonly about: 'HEARING' | 'MATTER' | 'DEADLINE' | 'PAPER';
  readonly at: number;
  /** Whether the words that follow may belong to it. */
  readonly isOpen: boolean;
  readonly hasPreposition: boolean;
}

type Link = 'SET' | 'RESET' | 'EXTENDED' | 'HELD' | 'DUE' | 'RECORD' | 'APPEAR' | 'REMAIN';
type Lead = 'SET' | 'RESET' | 'VACATED' | 'REQUEST';
type Draft = { -readonly [Key in keyof Mention]: Mention[Key] };

/** A day where it stands in the clause: its index, and that of the first token of its time and weekday. */
interface Seen {
  readonly at: number;
  readonly first?: number;
  readonly date: DateToken;
  readonly time: TimeToken | null;
}

/** How many words a time may stand behind its day, and how many where something was held, of which the length is told, too. */
const reach = { SET: 16, HELD: 3 };
const implied = new Set(['on', 'for', 'of', ':', '-', '–', '@', 'at', 'is']);
const extension = /^(?:exten[ds]|enlarg)/;
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
  #noun: Noun | null = null;
  #lead: Lead | null = null;
  #link: Link | null = null;
  #disposition: 'GRANT' | 'DENY' | null = null;
  #wasFormerly = false;
  /** Whether it `is` so: no title of a motion says that. */
  #isDone = false;
  #isTranscript = false;
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
        else if (formerly.has(token.word)) this.#wasFormerly = true;
        else if (this.#words.endsHearing(at)) this.#vacate();
      } else if (token.kind === 'MARK') this.#onMark(token.word);
    });
    return this.#mentions;
  }

  #onMark(mark: string): void {
    if (mark !== ',' && mark !== ':') return;
    this.#closeNoun();
    // A heading (`Set/Reset Hearings:`) does nothing to the days behind it.
    if (mark === ':' && this.#link !== 'RECORD' && this.#link !== 'DUE') this.#link = null;
  }

  #closeNoun(): void {
    if (this.#noun) this.#noun = { ...this.#noun, isOpen: false };
  }

  #onWord(does: WordClass, at: number): void {
    switch (does) {
      case 'HEARING':
        if (this.#words.isWithout(at)) this.#vacate();
        this.#onNoun('HEARING', at);
        // A movant's notice sets its day by this word alone.
        if (this.#words.word(at) === 'presentment') this.#link = 'SET';
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
        if (this.#noun) this.#noun = { ...this.#noun, hasPreposition: true };
        return;
      case 'GRANT':
      case 'DENY':
        this.#disposition = does;
        if (this.#lead === 'REQUEST') this.#lead = null;
        return this.#closeNoun();
      case 'REQUEST':
        if (this.#disposition !== 'GRANT' && !this.#words.isReason(at)) this.#lead = 'REQUEST';
        return;
      case 'TO_RESET':
      case 'TO_VACATE':
        return this.#onInfinitive(does === 'TO_RESET' ? 'RESET' : 'VACATED', at);
      case 'SETTING':
      case 'RESETTING':
      case 'VACATING':
        // `continues to be stayed` moves nothing.
        if (this.#words.word(at + 1) === 'to' && !this.#words.isDateNear(at + 2)) return;
        if (this.#lead !== 'REQUEST')
          this.#lead = does === 'SETTING' ? 'SET' : does === 'RESETTING' ? 'RESET' : 'VACATED';
        this.#link = extension.test(this.#words.word(at)) ? 'EXTENDED' : null;
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
        if (this.#words.does(at - 1) === 'MUST' || this.#words.word(at - 1) === 'to') this.#link = 'SET';
        return;
      case 'HELD':
        return this.#onHeld(at);
      case 'DUE':
        if (!/^(process|diligence|to|course|deference)$/.test(this.#words.word(at + 1))) this.#link = 'DUE';
        return this.#closeNoun();
      case 'RECORD':
        this.#link = this.#words.word(at - 1) === 'be' ? null : 'RECORD';
        return;
      case 'SHOW':
        if (this.#words.word(at + 1) === 'cause') this.#link = 'APPEAR';
        return;
      case 'APPEAR':
        this.#link = 'APPEAR';
        return;
      case 'JUDGE':
        if (this.#words.isBy(at) && this.#link !== 'SET' && this.#link !== 'RESET') this.#link = 'RECORD';
        return;
      case 'TRANSCRIPT':
        this.#isTranscript = true;
        return;
      case 'BE':
        this.#isDone ||= this.#words.word(at) !== 'be';
        return;
      case 'AND':
      case 'BY':
      case 'MUST':
      case 'UNTIL':
    }
  }

  /** The head of a phrase decides: `deadline for the report of a conference`, `hearing on the deadline`; of a compound, its last word. */
  #onNoun(about: Noun['about'], at: number): void {
    const head = this.#noun;
    const isNew = !head?.isOpen || !head.hasPreposition || (head.about === 'MATTER' && about === 'HEARING');
    if (!isNew) return;
    this.#noun = { about, at, isOpen: true, hasPreposition: false };
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
    else if (about === 'HEARING' && this.#link === 'SET' && !this.#setting.isPast(date)) {
      this.#add('HEARING', { ...seen, role: 'SET', confidence: 0.8 });
    } else if (gap <= 8 && about === 'HEARING') {
      const isMoved = this.#lead === 'VACATED' || this.#lead === 'RESET';
      this.#add('HEARING', { ...seen, role: isMoved ? 'VACATED' : 'NAMED' });
    }
  }

  #onInfinitive(to: 'RESET' | 'VACATED', at: number): void {
    // `motion to continue`, `request for an adjournment`; `the court will continue the hearing to …`
    const isAsked = this.#noun?.about === 'MATTER' || this.#lead === 'REQUEST' || this.#setting.isRequest;
    this.#lead = !isAsked || this.#disposition === 'GRANT' || this.#words.isOwn(at) ? to : 'REQUEST';
    if (this.#lead === 'RESET' && extension.test(this.#words.word(at))) this.#link = 'EXTENDED';
    this.#closeNoun();
  }

  #onSet(at: number): void {
    const previous = this.#words.word(at - 1);
    if (previous === 'to' && this.#noun?.about === 'MATTER') this.#lead = 'REQUEST';
    const isMoved = this.#pending.some(({ role }) => role === 'VACATED') && this.#lead === null;
    const isCalled = this.#words.word(at) === 'called' && previous !== 'be';
    this.#link = /^(remains?|as|not)$/.test(previous) ? 'REMAIN' : isCalled ? 'HELD' : isMoved ? 'RESET' : 'SET';
    this.#closeNoun();
    if (this.#link === 'REMAIN') this.#predicate('NONE');
    if (/^(was|were)$/.test(previous)) this.#wasFormerly = true;
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
    this.#link = extension.test(word) ? 'EXTENDED' : 'RESET';
    this.#predicate('VACATED');
  }

  #vacate(): void {
    if (this.#lead === 'REQUEST') return;
    if (this.#pending.length === 0) this.#lead = 'VACATED';
    this.#predicate('VACATED');
    this.#link = null;
  }

  #onHeld(at: number): void {
    const previous = this.#words.word(at - 1);
    if (previous === 'not') return this.#predicate('NONE');
    if (previous === 'be' && this.#words.word(at - 2) === 'not') return this.#vacate();
    if (previous === 'be' || previous === 'being') {
      // Papers are completed by a day; hearings are held on it.
      this.#link = /^(held|heard|conducted)$/.test(this.#words.word(at)) ? 'SET' : null;
      return;
    }
    if (this.#noun?.about !== 'HEARING' && !/^(held|heard)$/.test(this.#words.word(at))) return;
    this.#predicate(this.#isTranscript ? 'NONE' : 'HELD');
    this.#link = 'HELD';
    this.#closeNoun();
  }

  /** What is said of the days before: they are vacated, held, or were not held. */
  #predicate(role: Role): void {
    if (this.#lead === 'REQUEST') return;
    for (const mention of this.#pending) {
      if (mention.role !== 'NONE' && mention.role !== 'HELD' && this.#isMeant(mention)) mention.role = role;
    }
  }

  /** Whether what is said now is said of a day before: not where another hearing or a deadline was named since. */
  #isMeant({ about, noun }: Draft): boolean {
    const now = this.#noun;
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
      this.#link === 'RESET'
        ? this.#words.word(at - 1) === 'to'
        : this.#link === 'SET' && this.#words.word(at - 1) === 'at';
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
    const preposition = this.#words.word(first - 1);
    const date = token.isReference ? this.#lastDate : token;
    if (!date || this.#words.isTrigger(first) || this.#words.isSpan(first)) return;
    this.#lastDate = date;
    const isHeld = this.#link === 'HELD' && !this.#setting.isRequest;
    const time = this.#words.timeOf(first, at, isHeld ? reach.HELD : reach.SET);
    const seen = { at, first, date, time };
    const role = this.#deadlineRole(seen, preposition);
    if (role) this.#add('DEADLINE', { ...seen, role });
    else if (this.#link === 'RECORD') this.#link = null;
    else if (!this.#onHearing(seen, preposition)) {
      if (this.#words.does(first - 1) !== 'AND') this.#floating = [];
      this.#floating.push(at);
      return;
    }
    // Another day may be named beside it (`on 5/1/2010 and 5/2/2010`).
    if (this.#words.does(at + 1) !== 'AND' && this.#words.word(at + 1) !== ',' && preposition !== 'from')
      this.#link = null;
    this.#wasFormerly = false;
    this.#closeNoun();
  }

  /** `null` where the day is none by which something is due. */
  #deadlineRole({ first, date }: Seen & { first: number }, preposition: string): Role | null {
    // `by: 3/9/2020`
    const does = this.#words.does(preposition === ':' && this.#words.does(first - 2) === 'BY' ? first - 2 : first - 1);
    const about = this.#noun?.about ?? null;
    const isHearing = about === 'HEARING' || about === 'MATTER';
    const isAsked = this.#lead === 'REQUEST' || (this.#setting.isRequest && this.#link !== 'DUE');
    const asked = (role: Role): Role => (isAsked ? 'NONE' : role);
    // `detained until …`: nothing is due by a day before the entry.
    if ((does === 'BY' || does === 'UNTIL') && this.#setting.isPast(date)) return 'NONE';
    if (does === 'BY') return asked('SET');
    if (does === 'UNTIL') {
      if (isHearing && (this.#link === 'RESET' || this.#lead === 'RESET')) return null;
      // A span of time in which something happened.
      if (preposition === 'through' && this.#clause[first - 2]?.kind === 'DATE') return null;
      return this.#disposition === 'DENY' ? 'NONE' : asked(this.#link === 'EXTENDED' ? 'RESET' : 'SET');
    }
    if (this.#link === 'DUE') return asked('SET');
    if (this.#link === 'EXTENDED' && about !== 'HEARING') return asked(preposition === 'from' ? 'NAMED' : 'RESET');
    if (preposition === ':' && this.#words.word(first - 2) === 'motions') return asked('SET');
    if (about !== 'DEADLINE' && !(about === 'PAPER' && (this.#link || this.#lead === 'RESET' || preposition === ':')))
      return null;
    if (this.#link === 'RECORD' || this.#link === 'HELD' || this.#link === 'APPEAR') return null;
    if (preposition === 'from') return 'NAMED';
    if (this.#lead === 'VACATED') return asked('VACATED');
    return asked(this.#link === 'RESET' || (this.#lead === 'RESET' && this.#link !== 'SET') ? 'RESET' : 'SET');
  }

  /** Whether the day was understood. */
  #onHearing(seen: Seen, preposition: string): boolean {
    const about = this.#noun?.about ?? null;
    const isPast = this.#setting.isPast(seen.date);
    if (about === 'DEADLINE' || about === 'PAPER') return false;
    const add = (role: Role, confidence = 1): true => {
      this.#add('HEARING', { ...seen, role, confidence });
      return true;
    };
    const isSure = about === 'HEARING' || (about === 'MATTER' && preposition !== 'of');
    if (!this.#link && about !== 'HEARING' && this.#lead !== 'SET' && !(this.#lead && preposition === 'to'))
      return false;
    if (this.#lead === 'REQUEST') return add('NONE');
    if (this.#link === 'HELD') return add(this.#isTranscript || this.#setting.isFiling ? 'NONE' : 'HELD');
    if (this.#link === 'REMAIN') return add('NONE');
    if (preposition === 'from') return add('NAMED');
    if (this.#lead === 'VACATED') return add('VACATED');
    if (this.#link === 'RESET' || (this.#lead === 'RESET' && (preposition === 'to' || preposition === 'until'))) {
      return isSure || seen.time ? add(this.#setting.isRequest && !this.#isDone ? 'NONE' : 'RESET') : false;
    }
    if (this.#lead === 'RESET') return add(this.#link !== 'SET' && preposition === 'for' ? 'RESET' : 'VACATED');
    if (this.#link === 'SET' || this.#lead === 'SET') {
      if (this.#wasFormerly) return add('NAMED');
      const isToldSo = isSure || seen.time !== null || this.#words.isBefore(seen.at);
      return add(isToldSo ? 'SET' : 'NAMED', isSure ? 1 : 0.8);
    }
    if (this.#link === 'APPEAR' && seen.time && !isPast) return add('SET', 0.9);
    if (about !== 'HEARING' || (!implied.has(preposition) && this.#noun?.at !== (seen.first ?? seen.at) - 1))
      return false;
    if (this.#isTranscript || this.#setting.isFiling) return add('NONE');
    if (this.#setting.isMinutes && !this.#setting.isFuture(seen.date)) return add('HELD', 0.8);
    return add(isPast ? 'NAMED' : 'SET', 0.75);
  }

  #add(
    about: Mention['about'],
    { at, first = at, date, time, role, confidence = 1 }: Seen & { role: Role; confidence?: number },
  ): void {
    const last = time ? Math.max(at, this.#clause.indexOf(time, at)) : at;
    const noun = this.#noun?.at ?? -1;
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
