import type { CivilDate } from '../../statement.js';

/** What a court ordered for a person, by the name of its tag (`tro` of `tro.granted`). */
export const orderKinds = [
  'no_removal',
  'no_transfer',
  'stay_of_removal',
  'tro',
  'preliminary_injunction',
  'release',
  'bond_hearing',
] as const;

export type OrderKind = (typeof orderKinds)[number];

/** Why an order ends. */
export type OrderEndReason =
  /** The day that the court said. */
  | 'STATED'
  /** Fourteen days after entry, or after the end that was extended: Rule 65(b)(2) of the Federal Rules of Civil Procedure. */
  | 'RULE_65_B_2'
  | 'DISSOLVED'
  | 'DENIED'
  /** A preliminary injunction took the place of a temporary restraining order. */
  | 'SUPERSEDED'
  | 'MOOT'
  | 'MANDATE'
  | 'DISMISSAL'
  | 'CASE_CLOSED';

/** The last day on which an order binds. */
export interface OrderEnd {
  readonly date: CivilDate;
  readonly reason: OrderEndReason;
  /** Whether only time ends it, so that an extension that is not known yet may keep it in force. */
  readonly isUnlessExtended: boolean;
}

/** An order that binds, or bound, someone in a Case. Days are those of the court. */
export interface Order {
  /** A hash of its kind and of the entry that began it; another one where an older entry turns up. */
  readonly id: string;
  readonly kind: OrderKind;
  /** `null` where only its extension or end is known. */
  readonly begin: CivilDate | null;
  /** `null` where it binds until the court says otherwise. */
  readonly end: OrderEnd | null;
  /** By when it is to be obeyed, where it orders that something be done (release, a bond hearing); `HH:mm` where told. */
  readonly due: { readonly date: CivilDate; readonly time: string | null } | null;
  /** Who is bound, and who is protected, as printed; `null` where the text does not say. */
  readonly binds: string | null;
  readonly protects: string | null;
  /** Ids of the Events that made it what it is, in the docket's order. */
  readonly basis: readonly string[];
}

/** How an order stands on a day: what time alone has ended may have been extended by what nobody has seen. */
export type OrderStanding = 'NOT_YET' | 'IN_FORCE' | 'EXPIRED_UNLESS_EXTENDED' | 'ENDED';

/** How an order stands on a day of the court. An order binds to the end of its last day. */
export function standingOn({ begin, end }: Order, day: CivilDate): OrderStanding {
  if (begin !== null && day < begin) return 'NOT_YET';
  if (!end) return 'IN_FORCE';
  if (end.isUnlessExtended) return day > end.date ? 'EXPIRED_UNLESS_EXTENDED' : 'IN_FORCE';
  // What a court or the end of a case takes away is gone on that day.
  return day >= end.date ? 'ENDED' : 'IN_FORCE';
}
