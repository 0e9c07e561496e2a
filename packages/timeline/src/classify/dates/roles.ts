/** What a day means, by what was said in front of it. */
import type { ClauseWords } from './clause-words.js';
import type { Role, Setting } from './mention.js';
import type { DateToken, TimeToken } from './tokens.js';

export interface Noun {
  readonly about: 'HEARING' | 'MATTER' | 'DEADLINE' | 'PAPER';
  readonly at: number;
  /** Whether the words that follow may belong to it. */
  readonly isOpen: boolean;
  readonly hasPreposition: boolean;
}

/** What a clause has said so far. */
export interface Spoken {
  /** What it speaks of. */
  readonly noun: Noun | null;
  /** What the clause as a whole does: `VACATING …`, `requests …`. */
  readonly lead: 'SET' | 'RESET' | 'VACATED' | 'REQUEST' | null;
  /** What is to be said of the next day. */
  readonly link: 'SET' | 'RESET' | 'EXTENDED' | 'HELD' | 'DUE' | 'RECORD' | 'APPEAR' | 'REMAIN' | null;
  readonly disposition: 'GRANT' | 'DENY' | null;
  readonly wasFormerly: boolean;
  /** Whether it `is` so: no title of a motion says that. */
  readonly isDone: boolean;
  readonly isTranscript: boolean;
  /** Whether more time is spoken of. */
  readonly isExtension: boolean;
}

/** A day where it stands in the clause: indexes of it and of the first token of its time and weekday; the word in front. */
export interface Day {
  readonly at: number;
  readonly first: number;
  readonly date: DateToken;
  readonly time: TimeToken | null;
  readonly preposition: string;
}

interface Around {
  readonly spoken: Spoken;
  readonly setting: Setting;
  readonly words: ClauseWords;
}

const implied = new Set(['on', 'for', 'of', ':', '-', '–', '@', 'at', 'is']);

/** What a clause says of a day by which something is due; `null` where it is none. */
export function deadlineRole(day: Day, { spoken, setting, words }: Around): Role | null {
  const { first, date, preposition } = day;
  const { link, lead, disposition } = spoken;
  const about = spoken.noun?.about ?? null;
  // `by: 3/9/2020`
  const does = words.does(preposition === ':' && words.does(first - 2) === 'BY' ? first - 2 : first - 1);
  const isAsked = lead === 'REQUEST' || (setting.isRequest && link !== 'DUE');
  const asked = (role: Role): Role => (isAsked ? 'NONE' : role);
  // `detained until …`: nothing is due by a day before the entry.
  if ((does === 'BY' || does === 'UNTIL') && setting.isPast(date)) return 'NONE';
  if (does === 'BY') return asked('SET');
  if (does === 'UNTIL') {
    const isHearing = about === 'HEARING' || about === 'MATTER';
    if (isHearing && (link === 'RESET' || lead === 'RESET')) return null;
    // A span of time in which something happened.
    if (preposition === 'through' && words.isDate(first - 2)) return null;
    return disposition === 'DENY' ? 'NONE' : asked(link === 'EXTENDED' ? 'RESET' : 'SET');
  }
  if (link === 'DUE') return asked('SET');
  const isGranted = spoken.isExtension && disposition === 'GRANT' && preposition === 'to';
  if ((link === 'EXTENDED' || isGranted) && about !== 'HEARING')
    return asked(preposition === 'from' ? 'NAMED' : 'RESET');
  if (link === 'RECORD' || link === 'HELD' || link === 'APPEAR') return null;
  if (about !== 'DEADLINE' && !isListed(day, { spoken, setting, words })) return null;
  if (preposition === 'from') return 'NAMED';
  if (lead === 'VACATED') return asked('VACATED');
  return asked(link === 'RESET' || (lead === 'RESET' && link !== 'SET') ? 'RESET' : 'SET');
}

/** A paper whose day is set, or beside which a day to come is put: `Opening brief: 5/1/2020`, `Dispositive motions 8/3/2020`. */
function isListed({ first, date, time, preposition }: Day, { spoken, setting, words }: Around): boolean {
  const { noun, link, lead } = spoken;
  if (noun?.about === 'PAPER' && (link || lead === 'RESET' || preposition === ':')) return true;
  const isBeside = noun?.at === first - 1 || (noun?.at === first - 2 && /^[:,–-]$/.test(preposition));
  if (!noun || !isBeside || setting.isFiling || link !== null) return false;
  if (noun.about === 'PAPER') return setting.isFuture(date);
  return noun.about === 'MATTER' && words.word(noun.at) === 'motions' && time === null;
}

/** What a clause says of a day of a hearing, and how surely from 0 to 1; `null` where it is none. */
export function hearingRole(
  day: Day,
  { spoken, setting, words }: Around,
): { readonly role: Role; readonly confidence: number } | null {
  const { first, at, date, time, preposition } = day;
  const { link, lead, noun } = spoken;
  const about = noun?.about ?? null;
  const says = (role: Role, confidence = 1) => ({ role, confidence });
  if (about === 'DEADLINE' || about === 'PAPER') return null;
  const isSure = about === 'HEARING' || (about === 'MATTER' && preposition !== 'of');
  if (!link && about !== 'HEARING' && lead !== 'SET' && !(lead && preposition === 'to')) return null;
  if (lead === 'REQUEST' || link === 'REMAIN') return says('NONE');
  if (link === 'HELD') return says(spoken.isTranscript || setting.isFiling ? 'NONE' : 'HELD');
  if (preposition === 'from') return says('NAMED');
  if (lead === 'VACATED') return says('VACATED');
  if (link === 'RESET' || (lead === 'RESET' && (preposition === 'to' || preposition === 'until'))) {
    if (!isSure && !time) return null;
    return says(setting.isRequest && !spoken.isDone ? 'NONE' : 'RESET');
  }
  if (lead === 'RESET') return says(link !== 'SET' && preposition === 'for' ? 'RESET' : 'VACATED');
  if (link === 'SET' || lead === 'SET') {
    if (spoken.wasFormerly) return says('NAMED');
    const isToldSo = isSure || time !== null || words.isBefore(at);
    return says(isToldSo ? 'SET' : 'NAMED', isSure ? 1 : 0.8);
  }
  if (link === 'APPEAR' && time && !setting.isPast(date)) return says('SET', 0.9);
  // No word says what is done: `Status conference on …`.
  if (about !== 'HEARING' || (!implied.has(preposition) && noun?.at !== first - 1)) return null;
  if (spoken.isTranscript || setting.isFiling) return says('NONE');
  if (setting.isMinutes && !setting.isFuture(date)) return says('HELD', 0.8);
  return says(setting.isPast(date) ? 'NAMED' : 'SET', 0.75);
}
