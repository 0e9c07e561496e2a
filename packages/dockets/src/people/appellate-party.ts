import { parseCivilDate } from '../time/civil-date.js';

/** A party as courts of appeals print it, without its attorneys. */
export interface PrintedParty {
  readonly name: string;
  /** The last line, up to its comma (`Plaintiff - Appellant`). */
  readonly type: string | null;
  /** The line that begins `Terminated:`. */
  readonly terminatedOn: string | null;
  /** The lines between. */
  readonly notes: readonly string[];
}

/** Reads the lines of a party's cell, which are tidied and not empty; `null` where there are none. */
export function partyOfLines([name, ...others]: readonly string[]): PrintedParty | null {
  if (name === undefined) return null;
  const terminated = others.find((line) => line.startsWith('Terminated:'));
  const rest = others.filter((line) => line !== terminated);
  return {
    name,
    type: rest.at(-1)?.replace(/,.*$/, '') ?? null,
    terminatedOn: parseCivilDate(terminated?.replace('Terminated:', '') ?? ''),
    notes: rest.slice(0, -1),
  };
}

/** An attorney as courts of appeals print one. */
export interface PrintedAttorney {
  readonly name: string;
  /** The lines in brackets, without them (`COR NTC Retained`). */
  readonly roles: readonly string[];
  /** The other lines. */
  readonly contact: readonly string[];
}

/** Reads the lines of an attorney, which are tidied and not empty; `null` where there are none. */
export function attorneyOfLines([name, ...lines]: readonly string[]): PrintedAttorney | null {
  if (name === undefined) return null;
  return {
    name,
    roles: lines.flatMap((line) => bracketed.exec(line)?.[1] ?? []),
    contact: lines.filter((line) => !bracketed.test(line)),
  };
}

const bracketed = /^\[(.*)\]$/;
