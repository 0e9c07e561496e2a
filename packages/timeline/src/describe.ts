/** What an Event says to readers, from what its statements say together. */
import { DateTime } from 'luxon';
import type { EventContent, OccurredAt } from './event.js';
import type { CivilDate, DocketEntryFacts, EventStatement, Instant, PublicationFacts } from './statement.js';

/** @param capturedAt when it was first seen so (UTC): what stands in for a time that nobody tells */
export function describe(said: EventStatement, capturedAt: Instant): EventContent {
  if (said.kind === 'docket_entry') {
    const facts = said.content;
    return { kind: 'DOCKET_ENTRY', occurredAt: docketedAt(facts), headline: entryHeadline(facts), facts };
  }
  const facts = said.content;
  const occurredAt = publishedAt(facts, capturedAt);
  return { kind: 'PUBLICATION', occurredAt, headline: publicationHeadline(facts), facts };
}

/** The timeline stands on the day of filing where it is known, else on the moment, else the day, of docketing. */
function docketedAt({ filedOn, enteredOn = null, enteredAt, zone }: DocketEntryFacts): OccurredAt {
  const found = toldAt(filedOn ?? (enteredAt === null ? enteredOn : null), enteredAt, zone);
  if (found === null) throw new TypeError('a docket entry needs filedOn, enteredOn or enteredAt');
  return found;
}

/** A page that tells no time said what it says at some time before it was first seen to say so. */
function publishedAt({ publishedOn, publishedAt: at, zone }: PublicationFacts, capturedAt: Instant): OccurredAt {
  const day = DateTime.fromISO(capturedAt, { zone }).toISODate()!;
  return toldAt(publishedOn, at, zone) ?? { instant: capturedAt, precision: 'INTERVAL', day, zone };
}

/** On the day, and at the moment where that is of the day; `null` where neither is told. */
function toldAt(day: CivilDate | null, at: Instant | null, zone: string): OccurredAt | null {
  const moment = at === null ? undefined : DateTime.fromISO(at, { zone });
  if (moment && (day === null || moment.toISODate() === day)) {
    return { instant: at!, precision: 'MINUTE', day: moment.toISODate()!, zone };
  }
  if (day === null) return null;
  const start = DateTime.fromISO(day, { zone }).startOf('day');
  return { instant: start.toUTC().toISO()!, precision: 'DAY', day, zone };
}

/** The labels where a feed gave them, else the beginning of the docket text. */
function entryHeadline({ labels, text }: DocketEntryFacts): string {
  if (labels !== null && labels.length > 0) return labels.join(' · ');
  const line = oneLine(text ?? '').replace(/ ?(?:\(Entered: [\d/]+\)|\[Entered: [\d/]+ [\d:]+ [AP]M\]) ?$/, '');
  return headline(line, 'Docket entry');
}

/** The title, else the beginning of the text. */
const publicationHeadline = ({ title, text, type }: PublicationFacts): string =>
  headline(oneLine(title ?? text ?? ''), type ?? 'Publication');

/** In characters. */
const longestHeadline = 160;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

function headline(text: string, otherwise: string): string {
  const line = text.trim();
  if (line === '') return otherwise;
  return line.length > longestHeadline ? `${line.slice(0, longestHeadline - 1).trimEnd()}…` : line;
}
