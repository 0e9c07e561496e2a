import type { CivilDate } from '../../statement.js';
import type { PeriodUnit } from '../../calendar/court-period.js';
import type { EntryContext, Words } from './context.js';
import { readEntry, type EntryReading } from './entry.js';
import type { Mention } from './mention.js';
import { periodsOf } from './periods.js';
import { phraseAround } from './phrase.js';

/** What an entry does to a deadline. */
export type DeadlineAction = 'SET' | 'EXTENDED' | 'VACATED';

/** Where the day of a deadline comes from. */
export type DeadlineBasis =
  | { readonly kind: 'STATED' }
  | {
      readonly kind: 'COMPUTED';
      readonly amount: number;
      readonly unit: PeriodUnit;
      /** The day that triggers it, and that is not counted; `null` where it is no day of the text's (`service of the brief`). */
      readonly from: CivilDate | null;
      /** The rule by which the day was counted: paragraph of Rule 6 of the Federal Rules of Civil Procedure. */
      readonly rule: '6(a)(1)' | '6(a)(2)';
      /** What triggers it, as printed (`of service of the answering brief`); empty where nothing is named: the entry itself. */
      readonly trigger: string;
    };

/** What one entry says of the last day to do something. */
export interface DeadlineReading {
  readonly action: DeadlineAction;
  /** In `zone`; `null` where it is computed from a day that the text does not tell. */
  readonly date: CivilDate | null;
  /** `HH:mm` in `zone`; `null` where only the day is told: by Rule 6(a)(4) it ends with the day. */
  readonly time: string | null;
  /** IANA zone of the court. */
  readonly zone: string;
  /** When it was due before; `null` where the text does not tell. */
  readonly from: CivilDate | null;
  /** What is due, as printed, shortened. */
  readonly what: string;
  readonly basis: DeadlineBasis;
  /** From 0 to 1; below 0.6 a person should look. */
  readonly confidence: number;
  readonly words: Words;
}

/** Every deadline that a docket text states (`basis.kind` `STATED`) or gives as a period (`COMPUTED`), in the order of the text. */
export function readDeadlines(text: string, context: EntryContext): readonly DeadlineReading[] {
  return deadlinesOf(readEntry(text, context));
}

/** The same of a text that was read. */
export function deadlinesOf(entry: EntryReading): readonly DeadlineReading[] {
  const stated = entry.mentions.flatMap((mention) => deadlineOf(entry, mention) ?? []);
  const known = new Set<string>();
  return [...stated, ...periodsOf(entry)]
    .filter(({ action, date, time, what }) => {
      const key = `${action} ${date} ${time} ${what.toLowerCase()}`;
      return !known.has(key) && known.add(key);
    })
    .sort((a, b) => a.words.start - b.words.start);
}

function deadlineOf({ text, context }: EntryReading, mention: Mention): DeadlineReading | null {
  const { role, date: day, time } = mention;
  if (mention.about !== 'DEADLINE' || role === 'NONE' || role === 'NAMED' || role === 'HELD' || !day.date) return null;
  const { clause, first, last } = mention;
  return {
    action: role === 'RESET' ? 'EXTENDED' : role,
    date: day.date,
    time: time?.time ?? null,
    zone: context.zone,
    from: mention.from?.date.date ?? null,
    // `extended from … to …`: what is due stands in front of both.
    what: phraseAround(text, clause, mention.from?.first ?? first, last),
    basis: { kind: 'STATED' },
    confidence: Math.round(95 * day.confidence * (time?.confidence ?? 1)) / 100,
    words: { start: clause[first]!.start, end: clause[last]!.end },
  };
}
