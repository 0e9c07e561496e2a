import type { Clause, DateToken, TimeToken } from './tokens.js';

/** What a clause says of a day. */
export type Role =
  | 'SET'
  | 'RESET'
  /** No longer on this day; where another day follows, this one becomes its `from`. */
  | 'VACATED'
  | 'HELD'
  /** Only named: what follows may still set, move or vacate it. */
  | 'NAMED'
  /** Asked for, refused, or not held. */
  | 'NONE';

/** One day that a clause speaks of. */
export interface Mention {
  readonly about: 'HEARING' | 'DEADLINE';
  readonly role: Role;
  readonly date: DateToken;
  readonly time: TimeToken | null;
  /** The day that it was moved from. */
  readonly from: Mention | null;
  readonly clause: Clause;
  /** Indexes in the clause: of what is heard or due, -1 where nothing is named; of the first and the last token of the day and time. */
  readonly noun: number;
  readonly first: number;
  readonly last: number;
  /** 1 where the words are an order's; less where the meaning lies in their order alone. */
  readonly confidence: number;
}

/** What the reader of a clause is told of its entry. */
export interface Setting {
  /** Whether the entry reports what took place. */
  readonly isMinutes: boolean;
  /** Whether a party speaks: a day is set only where it says `set`. */
  readonly isFiling: boolean;
  /** Whether the clause is the title of a motion, which only asks. */
  readonly isRequest: boolean;
  /** Whether a day is before, or after, that of the entry; `false` where that is not known. */
  readonly isPast: (date: DateToken) => boolean;
  readonly isFuture: (date: DateToken) => boolean;
}
