/** Deadlines that an order gives as a period: `within 14 days of this order`, `in 48 hours`, `seven (7) business days`. */
import { hoursEnd, periodEnd, type PeriodUnit } from '../../calendar/court-period.js';
import type { CivilDate } from '../../statement.js';
import type { DeadlineReading } from './deadlines.js';
import type { EntryReading } from './entry.js';
import { numbers } from './lexicon.js';
import { phraseAround } from './phrase.js';
import type { Clause, Token } from './tokens.js';

const units: ReadonlyMap<string, PeriodUnit> = new Map(
  (['HOUR', 'DAY', 'WEEK', 'MONTH'] as const).flatMap((unit) => {
    const word = unit.toLowerCase();
    return [[word, unit] as const, [`${word}s`, unit] as const];
  }),
);
const orders: ReadonlySet<string> = new Set(
  'due shall must directed ordered has have granted leave may ordering directing requiring required deadline extended'.split(
    ' ',
  ),
);
const gives = /^(?:within|in|due|have|has)$/;
const wordOf = (token: Token | undefined): string => (token && 'word' in token ? token.word : '');

/** The periods of an entry as deadlines, each computed as far as its trigger is known. */
export function periodsOf(entry: EntryReading): readonly DeadlineReading[] {
  return entry.clauses.flatMap((clause) => {
    const says = (told: (word: string) => boolean): boolean => clause.some((token) => told(wordOf(token)));
    if (!says((word) => units.has(word))) return [];
    // Papers of parties ask for days, and tell of days that others gave.
    if (!says((word) => (entry.isFiling ? word === 'due' : orders.has(word)))) return [];
    return clause.flatMap((_token, at) => periodAt(entry, clause, at) ?? []);
  });
}

function periodAt(entry: EntryReading, clause: Clause, at: number): DeadlineReading | null {
  const unit = units.get(wordOf(clause[at]));
  if (!unit) return null;
  const isBusiness = /^(?:business|court|working)$/.test(wordOf(clause[at - 1]));
  const amountAt = isBusiness || /^(?:calendar|full)$/.test(wordOf(clause[at - 1])) ? at - 2 : at - 1;
  const amount = amountOf(wordOf(clause[amountAt]));
  // `seven (7) days`: the bracket is a clause of its own, and the word stands alone.
  const first = amountAt;
  const lead = wordOf(clause[first - 1]);
  const isLast = lead === 'than' ? wordOf(clause[first - 2]) === 'later' : gives.test(lead);
  if (amount === null || !isLast) return null;
  const trigger = triggerOf(entry, clause, at);
  // Counted back from a day (`7 days before the hearing`), it is no period of this kind.
  if (trigger === null) return null;
  const computed = ended(entry, trigger, amount, isBusiness && unit === 'DAY' ? 'BUSINESS_DAY' : unit);
  return {
    action: 'SET',
    ...computed,
    zone: entry.context.zone,
    from: null,
    what: phraseAround(entry.text, clause, first, trigger.last),
    confidence: computed.date === null ? 0.6 : 0.8,
    words: {
      start: clause[lead === 'than' || lead === 'within' ? first - 1 : first]!.start,
      end: clause[trigger.last]!.end,
    },
  };
}

function amountOf(word: string): number | null {
  if (/^\d{1,4}$/.test(word)) return Number(word);
  return numbers.get(word) ?? null;
}

interface Trigger {
  /** `null` where the text does not tell the day. */
  readonly from: CivilDate | null;
  readonly words: string;
  /** Index of its last token. */
  readonly last: number;
}

const since = /^(?:of|from|after|following|thereafter|hence)$/;
/** The entry itself, by the names that orders give themselves. */
const itself =
  /\b(?:this|today|hereof|date of (?:the|this)? ?(?:order|entry|notice)|entry of (?:the|this) order|issuance of th)/i;

function triggerOf({ text, context }: EntryReading, clause: Clause, at: number): Trigger | null {
  const next = wordOf(clause[at + 1]);
  if (/^(?:before|prior|in|until|preceding)$/.test(next)) return null;
  if (!since.test(next)) return { from: context.filedOn, words: '', last: at };
  let last = at + 1;
  while (last + 1 < clause.length && last - at < 9 && wordOf(clause[last + 1]) !== ',') {
    last += 1;
    if (clause[last]!.kind === 'DATE') break;
  }
  const token = clause[last]!;
  const words = text.slice(clause[at + 1]!.start, token.end);
  if (token.kind === 'DATE' && token.date) return { from: token.date, words, last };
  return { from: itself.test(words) ? context.filedOn : null, words, last };
}

/** When a period ends, and how that was counted. */
function ended(
  { context }: EntryReading,
  { from, words }: Trigger,
  amount: number,
  unit: PeriodUnit,
): Pick<DeadlineReading, 'date' | 'time' | 'basis'> {
  const rule = unit === 'HOUR' ? '6(a)(2)' : '6(a)(1)';
  const basis = { kind: 'COMPUTED', amount, unit, from, rule, trigger: words } as const;
  if (from === null) return { date: null, time: null, basis };
  if (unit !== 'HOUR') return { date: periodEnd(from, amount, unit), time: null, basis };
  const moment = from === context.filedOn ? context.enteredAt : null;
  const end = moment ? hoursEnd(moment, amount, context.zone) : null;
  // Without the moment the day is known where whole days of hours pass.
  return { ...(end ?? { date: amount % 24 === 0 ? periodEnd(from, amount / 24, 'DAY') : null, time: null }), basis };
}
