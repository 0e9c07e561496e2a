import type { MergedEvent } from './event.js';
import { keyType } from './keys.js';

/** Bits for the place within a day; days since 1970 stand above them, so that a place fits a bigint of PostgreSQL. */
const placeBits = 40n;
/** Of those, the half above is for entries whose row id is known. */
const half = 1n << (placeBits - 1n);
const dayMs = 86_400_000;

/**
 * Where an Event stands in its Case, whatever the time of day at which it was entered: by the day on which it occurred, then the
 * court's sequence (its row ids), then the number of the entry. Compare within one Case only.
 */
export function docketPlace({ keys, states }: Pick<MergedEvent, 'keys' | 'states'>): bigint {
  const { occurredAt, ...content } = states.at(-1)!.content;
  const day = BigInt(Date.parse(`${occurredAt.day}T00:00:00Z`) / dayMs) << placeBits;
  const row = keys.find((key) => ['seq', 'part'].includes(keyType(key)));
  if (row !== undefined) return day + half + within(row.slice(row.indexOf(':') + 1));
  return day + (content.kind === 'DOCKET_ENTRY' ? within(content.facts.number ?? '') : 0n);
}

function within(digits: string): bigint {
  const value = BigInt(/^\d{1,15}/.exec(digits)?.[0] ?? 0);
  return value < half ? value : half - 1n;
}
