import { DateTime } from 'luxon';
import type { OccurredAt } from '@vigil/timeline';

const width = '14 Dec 2017 16:05 AKST'.length;

/**
 * When something happened as the court's clock shows it, with the zone's name: `14 Dec 2017 16:05 PST`. A day without a
 * time stays one. Padded, so that days stand under days.
 */
export function occurredText({ instant, precision, day, zone }: OccurredAt): string {
  const text =
    precision === 'DAY' ? DateTime.fromISO(day, { zone: 'utc' }).toFormat('d LLL yyyy') : momentText(instant, zone);
  return (text[1] === ' ' ? ` ${text}` : text).padEnd(width);
}

/** An instant in a zone (IANA), with the zone's name. */
export function momentText(instant: string, zone: string): string {
  return DateTime.fromISO(instant, { zone, locale: 'en-US' }).toFormat('d LLL yyyy HH:mm ZZZZ');
}
