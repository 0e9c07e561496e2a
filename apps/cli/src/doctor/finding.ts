/** What one check of `vigil doctor` found. */
export interface Finding {
  readonly name: string;
  /** `warn` does not keep Vigil from working, or not now. */
  readonly state: 'ok' | 'warn' | 'fail';
  readonly found: string;
  /** The way to mend it; null where there is nothing to mend. */
  readonly mend: string | null;
}

/** All is as it should be. */
export const ok = (name: string, found: string): Finding => ({ name, state: 'ok', found, mend: null });

/** Something a person should know of. */
export const warn = (name: string, found: string, mend: string): Finding => ({ name, state: 'warn', found, mend });

/** Vigil does not work until it is mended. */
export const fail = (name: string, found: string, mend: string): Finding => ({ name, state: 'fail', found, mend });

const named = 3;

/** The first few of many, and how many more there are. */
export function few(texts: readonly string[]): string {
  const more = texts.length - named;
  return more > 0 ? `${texts.slice(0, named).join(', ')} and ${more} more` : texts.join(', ');
}
