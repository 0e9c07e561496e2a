/** Readers of option values. What they throw names the option and what it wants. */
import { courtOrPublisherById } from '@vigil/dockets';
import { InvalidArgumentError } from 'commander';
import { DateTime } from 'luxon';
import { parseDuration } from '../terminal/duration.js';

/** A span (`5m`), in milliseconds. */
export function span(text: string): number {
  const ms = parseDuration(text);
  if (ms === null) throw new InvalidArgumentError('Wants a span such as 90s, 5m, 2h or 1d.');
  return ms;
}

/** A whole number of at least 1. */
export function count(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('Wants a whole number from 1 to 999999.');
  return Number(text);
}

const date = /^\d{4}-\d\d-\d\d$/;
const dateAndTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d.*(?:Z|[+-]\d\d:?\d\d)$/i;

/** An ISO instant with its offset, as UTC. */
export function instant(text: string): string {
  const parsed = dateAndTime.test(text) ? DateTime.fromISO(text, { zone: 'utc' }).toISO() : null;
  if (parsed === null) throw new InvalidArgumentError('Wants an ISO instant such as 2017-12-14T16:05:00-08:00.');
  return parsed;
}

/** An ISO date, which is its first moment in UTC, or an instant with its offset; as UTC. */
export function dateOrInstant(text: string): string {
  if (!date.test(text)) return instant(text);
  const parsed = DateTime.fromISO(text, { zone: 'utc' }).toISO();
  if (parsed === null) throw new InvalidArgumentError('There is no such day.');
  return parsed;
}

/** A court's id or alias, or a publisher's id; may be given several times. Throws UNKNOWN_COURT. */
export function courtIds(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, courtOrPublisherById(text).id];
}

/** Named values: a text, or a list where a name was given several times. */
export type NamedValues = ReadonlyMap<string, string | readonly string[]>;

/** A `key=value`; may be given several times, of one key for a list. The value may hold `=` and may be empty. */
export function namedValue(text: string, before: NamedValues = new Map()): NamedValues {
  const [, key, value] = /^([A-Za-z]\w*)=([^]*)$/.exec(text) ?? [];
  if (key === undefined || value === undefined)
    throw new InvalidArgumentError('Wants key=value, such as url=https://www.example.gov/page.');
  const known = before.get(key);
  return new Map(before).set(key, known === undefined ? value : [known, value].flat());
}
