import type { CivilDate } from '../../statement.js';
import { civilDate } from '../../calendar/civil-date.js';
import type { EntryContext, Words } from './context.js';
import { readEntry, type EntryReading } from './entry.js';
import type { Mention } from './mention.js';
import { isSameKind, judgeOf, kindOf, placeOf, zoneOf } from './surroundings.js';

/** What an entry does to a hearing. */
export type HearingAction = 'SET' | 'RESET' | 'VACATED' | 'HELD';

/** A day, and the time as far as it is told: never a midnight that nobody said. */
export interface HearingTime {
  /** In the reading's `zone`; `null` where the text has a date that none is. */
  readonly date: CivilDate | null;
  /** `HH:mm` in `zone`; `null` where only the day is told. */
  readonly time: string | null;
}

/** What one entry says of one hearing. Conferences, arguments and trials are hearings, too. */
export interface HearingReading extends HearingTime {
  readonly action: HearingAction;
  /** What is heard, in lower case (`status conference`); `hearing` where it has no name. */
  readonly kind: string;
  readonly date: CivilDate;
  /** IANA zone of the courtroom. */
  readonly zone: string;
  readonly precision: 'DAY' | 'MINUTE';
  /** When it was to be before it was moved; `null` where nothing tells. */
  readonly from: HearingTime | null;
  /** Whether it was moved to an earlier day or hour: urgent, whoever needs to be there. */
  readonly isEarlier: boolean;
  /** As named, without title. */
  readonly judge: string | null;
  /** As named: courtroom, courthouse, or by telephone. */
  readonly place: string | null;
  /** From 0 to 1; below 0.6 a person should look. */
  readonly confidence: number;
  readonly words: Words;
}

/** Every hearing that a docket text sets, moves, vacates or reports as held, by day and time. */
export function readHearings(text: string, context: EntryContext): readonly HearingReading[] {
  return hearingsOf(readEntry(text, context));
}

/** The same of a text that was read. */
export function hearingsOf(entry: EntryReading): readonly HearingReading[] {
  const { filedOn } = entry.context;
  const wasNot = notHeld.test(entry.text);
  const found = entry.mentions
    .flatMap((mention) => hearingOf(entry, mention) ?? [])
    .filter(({ action, date }) => !(wasNot && action === 'SET' && (filedOn === null || date <= filedOn)));
  return onePerHearing(movedAcrossSentences([...found, ...arguedToday(entry, found)]));
}

/** A sentence of its own that takes back the one before: `Docket call set for 1/21/2009. CASE NOT CALLED`. */
const notHeld = /\bnot (?:called|held)\b/i;

/** `The hearing set for … is VACATED. It is reset for …`: one hearing, moved. */
function movedAcrossSentences(readings: readonly HearingReading[]): readonly HearingReading[] {
  const left = new Set(readings);
  return readings
    .flatMap((reading) => {
      if (!left.has(reading)) return [];
      if (reading.action !== 'RESET' || reading.from) return [reading];
      const old = [...left].find(({ action, kind }) => action === 'VACATED' && isSameKind(kind, reading.kind));
      if (!old) return [reading];
      left.delete(old);
      const from = { date: old.date, time: old.time };
      return [{ ...reading, from, isEarlier: isEarlier(reading, from) }];
    })
    .filter((reading) => reading.action !== 'VACATED' || left.has(reading));
}

function hearingOf({ text, context }: EntryReading, mention: Mention): HearingReading | null {
  const { role, date: day, time } = mention;
  if (mention.about !== 'HEARING' || role === 'NONE' || role === 'NAMED' || day.date === null) return null;
  const place = placeOf(text, mention);
  const now = { date: day.date, time: time?.time ?? null };
  const from = mention.from && { date: mention.from.date.date, time: mention.from.time?.time ?? null };
  return {
    action: role,
    kind: kindOf(text, mention),
    ...now,
    zone: zoneOf(mention, place, context),
    precision: now.time === null ? 'DAY' : 'MINUTE',
    from: role === 'RESET' ? from : null,
    isEarlier: role === 'RESET' && from !== null && from.date !== null && isEarlier(now, from),
    judge: judgeOf(text, mention),
    place,
    confidence: round(
      0.95 * mention.confidence * day.confidence * (time?.confidence ?? 1) * (from && !from.date ? 0.8 : 1),
    ),
    words: wordsOf(mention),
  };
}

const round = (confidence: number): number => Math.round(confidence * 100) / 100;

function wordsOf({ clause, noun, first, last }: Mention): Words {
  const begins = noun < 0 ? first : Math.min(noun, first);
  return { start: clause[begins]!.start, end: clause[Math.max(noun, last)]!.end };
}

/** Without both times, only the day tells. */
function isEarlier(now: HearingTime, from: HearingTime): boolean {
  if (now.date !== from.date) return now.date! < from.date!;
  return now.time !== null && from.time !== null && now.time < from.time;
}

/** A text often says the same twice, once without the time; and `vacated` of what it then resets. */
function onePerHearing(readings: readonly HearingReading[]): readonly HearingReading[] {
  const byKey = new Map<string, HearingReading>();
  const timed = new Set(readings.filter(({ time }) => time).map(({ action, date }) => `${action} ${date}`));
  const moved = new Set(readings.filter(({ action }) => action === 'RESET').map(({ date, time }) => `${date} ${time}`));
  for (const reading of readings) {
    if (reading.time === null && timed.has(`${reading.action} ${reading.date}`)) continue;
    if (reading.action === 'SET' && moved.has(`${reading.date} ${reading.time}`)) continue;
    const key = `${reading.action} ${reading.date} ${reading.time}`;
    const other = byKey.get(key);
    byKey.set(key, other ? richer(other, reading) : reading);
  }
  return [...byKey.values()].sort((a, b) => order(a).localeCompare(order(b)));
}

const order = ({ date, time, action }: HearingReading): string => `${date} ${time ?? ''} ${action}`;

function richer(one: HearingReading, other: HearingReading): HearingReading {
  const [first, second] = one.kind === 'hearing' && other.kind !== 'hearing' ? [other, one] : [one, other];
  return {
    ...first,
    judge: first.judge ?? second.judge,
    place: first.place ?? second.place,
    from: first.from ?? second.from,
  };
}

const argued = /^\W{0,3}(?:(?:case|cause|appeal) (?:orally )?)?argued\b/i;
const entered = /\bEntered:? (\d{1,2})\/(\d{1,2})\/(\d{4})/i;

/** `Case argued by …`: courts of appeals write it on the day. */
function arguedToday({ text, context }: EntryReading, found: readonly HearingReading[]): readonly HearingReading[] {
  const match = argued.exec(text.slice(0, 40));
  if (!match || found.length > 0) return [];
  const [, month, day, year] = entered.exec(text) ?? [];
  const date = context.filedOn ?? (year ? civilDate(Number(year), Number(month), Number(day)) : null);
  if (!date) return [];
  const words = { start: 0, end: match[0].length };
  const told = { date, time: null, zone: context.zone, precision: 'DAY', from: null, isEarlier: false } as const;
  return [{ action: 'HELD', kind: 'oral argument', ...told, judge: null, place: null, confidence: 0.9, words }];
}
