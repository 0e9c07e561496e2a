import { civilDate, weekdayOf } from '../../calendar/civil-date.js';
import type { CivilDate } from '../../statement.js';
import type { ClauseText } from './clauses.js';
import { classOf, months, printedZones, weekdays, type WordClass } from './lexicon.js';

interface Span {
  /** Offsets in the text, half-open. */
  readonly start: number;
  readonly end: number;
}

/** A day as the text prints it. */
export interface DateToken extends Span {
  readonly kind: 'DATE';
  /** `null` where the text has a date that is none (`5/22/20107`), or one by reference (`that date`). */
  readonly date: CivilDate | null;
  /** `that date`, `the same day`: the one that was named before. */
  readonly isReference: boolean;
  /** 1 where nothing speaks against the day; less where the weekday does, or the year is not printed. */
  readonly confidence: number;
}

/** A time of day as the text prints it. */
export interface TimeToken extends Span {
  readonly kind: 'TIME';
  /** `HH:mm`; `null` where neither the text nor the courts' hours tell morning from evening. */
  readonly time: string | null;
  /** 1 where the text says which half of the day, less where the courts' hours do. */
  readonly confidence: number;
  /** IANA zone, where the text prints one. */
  readonly zone: string | null;
}

export interface WordToken extends Span {
  readonly kind: 'WORD';
  /** In lower case. */
  readonly word: string;
  readonly does: WordClass | null;
}

/** A mark or a number. */
export interface MarkToken extends Span {
  readonly kind: 'MARK' | 'NUMBER';
  readonly word: string;
}

/** One word, date, time, number or mark of a docket text. */
export type Token = DateToken | TimeToken | WordToken | MarkToken;

/** The tokens of one clause, in the text's order; never empty. */
export type Clause = readonly Token[];

// Each alternative begins with characters of its own and repeats groups that begin with a separator: one way to match.
const piece = /[A-Za-z]+(?:[-'’][A-Za-z]+)*|\d+(?:[/.:-]\d+)*|[^\sA-Za-z0-9]/y;
const numericDate = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d\d)$/;
const isoDate = /^(\d{4})-(\d\d)-(\d\d)$/;
/** What was meant as a date: three numbers between slashes, or two of which one is too long. */
const brokenDate = /^\d{1,4}\/(?:\d{1,4}\/\d{1,6}|\d{4,6})$/;
const clock = /^(\d{1,2})[:.](\d\d)(?::\d\d)?(?:-\d{1,2}[:.]\d\d)?$/;
const century = (year: number, digits: number): number => (digits > 2 ? year : year < 70 ? 2000 + year : 1900 + year);

/** A word, number or mark as printed, before it is understood. */
interface Piece extends Span {
  readonly text: string;
}

/** Reads a clause into tokens. `filedOn` lends its year to a date that has none. Linear in the length of the clause. */
export function tokenize(text: string, clause: ClauseText, filedOn: CivilDate | null): Clause {
  const raw = clause.flatMap(([from, to]) => piecesOf(text, from, to));
  const tokens: Token[] = [];
  for (let at = 0; at < raw.length;) {
    const { token, next } = dateAt(raw, at, filedOn) ?? timeAt(raw, at) ?? { token: plain(raw[at]!), next: at + 1 };
    tokens.push(token);
    at = next;
  }
  return tokens;
}

function piecesOf(text: string, from: number, to: number): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let start = from; start < to;) {
    piece.lastIndex = start;
    // White space is what no piece begins with.
    if (!piece.test(text)) start += 1;
    else {
      const end = Math.min(piece.lastIndex, to);
      pieces.push({ text: text.slice(start, end), start, end });
      start = end;
    }
  }
  return pieces;
}

interface Read<T extends Token = Token> {
  readonly token: T;
  /** Index of the first piece that is not part of it. */
  readonly next: number;
}

const word = (raw: readonly Piece[], at: number): string => raw[at]?.text ?? '';
const lower = (raw: readonly Piece[], at: number): string => word(raw, at).toLowerCase();
const isDigit = (text: string): boolean => text >= '0' && text < ':';

function plain({ text, start, end }: Piece): Token {
  if (isDigit(text)) return { kind: 'NUMBER', word: text, start, end };
  const word = text.toLowerCase();
  if (word === text.toUpperCase()) return { kind: 'MARK', word, start, end };
  return { kind: 'WORD', word, does: classOf(word), start, end };
}

function dateAt(raw: readonly Piece[], at: number, filedOn: CivilDate | null): Read<DateToken> | null {
  const text = word(raw, at);
  if (isDigit(text)) return numberedDate(raw, at) ?? namedDate(raw, at, filedOn);
  const name = text.toLowerCase();
  if (name === 'that' || name === 'same' || name === 'said') {
    const next = lower(raw, at + 1);
    if (next !== 'date' && next !== 'day') return null;
    return { token: dateToken(raw, at, at + 1, { date: null, isReference: true }), next: at + 2 };
  }
  return months.has(name) ? namedDate(raw, at, filedOn) : null;
}

function numberedDate(raw: readonly Piece[], at: number): Read<DateToken> | null {
  const text = word(raw, at);
  if (text.length < 5) return null;
  const [, month, , day, year] = numericDate.exec(text) ?? [];
  const [, isoYear, isoMonth, isoDay] = isoDate.exec(text) ?? [];
  const date = year
    ? civilDate(century(Number(year), year.length), Number(month), Number(day))
    : isoYear
      ? civilDate(Number(isoYear), Number(isoMonth), Number(isoDay))
      : null;
  if (!date && !brokenDate.test(text)) return null;
  return { token: dateToken(raw, at, at, { date }), next: at + 1 };
}

/** `July 25, 2014`, `Jan. 5th 2020`, `5 May 2020`, `the 3rd day of March, 2020`; a year that is not printed is the nearest. */
function namedDate(raw: readonly Piece[], at: number, filedOn: CivilDate | null): Read<DateToken> | null {
  const dayFirst = isDigit(word(raw, at));
  let next = at;
  const skip = (...words: readonly string[]): void => {
    if (words.includes(lower(raw, next))) next += 1;
  };
  let day = dayFirst ? word(raw, next++) : '';
  if (dayFirst) for (const words of [['st', 'nd', 'rd', 'th'], ['day'], ['of']]) skip(...words);
  const name = lower(raw, next);
  const month = months.get(name);
  if (month === undefined) return null;
  next += 1;
  skip('.');
  if (!dayFirst) {
    day = word(raw, next++);
    skip('st', 'nd', 'rd', 'th');
  }
  if (!/^\d{1,2}$/.test(day)) return null;
  const last = next - 1;
  skip(',');
  const year = /^(?:19|2[01])\d\d$/.test(word(raw, next)) ? Number(word(raw, next)) : null;
  if (year !== null) {
    return { token: dateToken(raw, at, next, { date: civilDate(year, month, Number(day)) }), next: next + 1 };
  }
  // `may 5` is a verb more often than a month; a year of five digits is a mistake; without a day of filing there is no year.
  if (dayFirst || name === 'may' || /^\d{3,}$/.test(word(raw, next)) || filedOn === null) return null;
  const date = nearestYear(filedOn, month, Number(day));
  return { token: dateToken(raw, at, last, { date, confidence: 0.7 }), next: last + 1 };
}

/** A day of the year that begins three months before the entry was filed. */
function nearestYear(filedOn: CivilDate, month: number, day: number): CivilDate | null {
  const [year, filedMonth] = [Number(filedOn.slice(0, 4)), Number(filedOn.slice(5, 7))];
  return civilDate(year + (month < filedMonth - 3 ? 1 : month > filedMonth + 8 ? -1 : 0), month, day);
}

function dateToken(
  raw: readonly Piece[],
  first: number,
  last: number,
  { date, isReference = false, confidence = 1 }: { date: CivilDate | null; isReference?: boolean; confidence?: number },
): DateToken {
  const before = lower(raw, first - 1);
  const weekday = weekdays.get(before === ',' || before === '.' ? lower(raw, first - 2) : before);
  const agrees = date === null || weekday === undefined || weekday === weekdayOf(date);
  return {
    kind: 'DATE',
    date,
    isReference,
    confidence: agrees ? confidence : confidence * 0.5,
    start: raw[first]!.start,
    end: raw[last]!.end,
  };
}

/** `9:30 a.m.`, `9 AM`, `14:00`, `noon`, `10:00` by the courts' hours, `10:00-11:00` by its beginning. */
function timeAt(raw: readonly Piece[], at: number): Read<TimeToken> | null {
  const text = word(raw, at);
  if (!isDigit(text)) return /^noon$/i.test(text) ? timed(raw, at, at + 1, ['12:00', 1]) : null;
  const [, hour, minute] = clock.exec(text) ?? (text.length < 3 ? [text, text, '00'] : []);
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return null;
  const half = halfAt(raw, at + 1);
  if (half) return timed(raw, at, half.next, [twelve(Number(hour), minute!, half.isAfternoon), 1]);
  // A docket number (`2:25-cv-…`), a section, a plain number.
  const isNumber = word(raw, at + 1) === '-' && raw[at + 1]!.start === raw[at]!.end;
  if (!text.includes(':') || isNumber) return null;
  return timed(raw, at, at + 1, byCourtHours(Number(hour), minute!, text.startsWith('0')));
}

function halfAt(raw: readonly Piece[], at: number): { isAfternoon: boolean; next: number } | null {
  const name = lower(raw, at);
  if (name === 'noon') return { isAfternoon: true, next: at + 1 };
  if (name === 'am' || name === 'pm') return { isAfternoon: name === 'pm', next: at + 1 };
  if ((name !== 'a' && name !== 'p') || word(raw, at + 1) !== '.' || lower(raw, at + 2) !== 'm') return null;
  return { isAfternoon: name === 'p', next: at + (word(raw, at + 3) === '.' ? 4 : 3) };
}

const clockTime = (hour: number, minute: string): string => `${String(hour).padStart(2, '0')}:${minute}`;

/** 13:30 PM is half past one: the half only repeats what is clear. */
function twelve(hour: number, minute: string, isAfternoon: boolean): string {
  return clockTime(hour > 12 ? hour : (hour % 12) + (isAfternoon ? 12 : 0), minute);
}

/** Without a half of the day: courts sit from 8 to 17 o'clock, so 1 to 5 are afternoon and 6 and 7 are not known. */
function byCourtHours(hour: number, minute: string, isTwoDigit: boolean): readonly [string | null, number] {
  if (hour >= 13 || (isTwoDigit && hour >= 8)) return [clockTime(hour, minute), 1];
  if (hour >= 8) return [clockTime(hour, minute), 0.8];
  return hour >= 1 && hour <= 5 ? [clockTime(hour + 12, minute), 0.7] : [null, 0.5];
}

function timed(
  raw: readonly Piece[],
  at: number,
  next: number,
  [time, confidence]: readonly [string | null, number],
): Read<TimeToken> {
  const zone = printedZones.get(lower(raw, next)) ?? null;
  // Words are zones only in full (`Mountain Time`), letters also alone (`ET`).
  const isZone =
    zone !== null &&
    (lower(raw, next).length <= 4 ? /^[A-Z]+$/.test(word(raw, next)) : /^time$/i.test(word(raw, next + 1)));
  const end = isZone ? next + 1 : next;
  return {
    token: {
      kind: 'TIME',
      time,
      confidence,
      zone: isZone ? zone : null,
      start: raw[at]!.start,
      end: raw[end - 1]!.end,
    },
    next: end,
  };
}
