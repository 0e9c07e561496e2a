const units = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1_000],
] as const;

/** A span in milliseconds from `90s`, `5m`, `2h` or `1d`; null for anything else. */
export function parseDuration(text: string): number | null {
  const [, count, unit] = /^(\d{1,6})([smhd])$/.exec(text) ?? [];
  const size = units.find(([name]) => name === unit)?.[1];
  return size === undefined || Number(count) === 0 ? null : Number(count) * size;
}

/** A span in milliseconds as `parseDuration` reads it, in the largest unit that leaves no rest. */
export function durationText(ms: number): string {
  const [name, size] = units.find(([, size]) => ms >= size && ms % size === 0) ?? (['s', 1_000] as const);
  return `${ms / size}${name}`;
}
