/**
 * An alien registration number, if somebody had masked it before we saw it (`A000-000-001`, `A999-999-999`: no such
 * numbers are given out); `null` for all others. A real one leaves in no format.
 */
export function maskedAlienNumber(printed: string | null): string | null {
  return /^A(?:000-000|999-999)-\d{3}$/.exec(printed ?? '')?.[0] ?? null;
}
