import type { CivilDate, Instant } from '../../statement.js';

/** What is known of a docket entry besides its text. */
export interface EntryContext {
  /** The day of filing, in `zone`; `null` where nobody told. */
  readonly filedOn: CivilDate | null;
  /** The moment it was docketed: periods of hours begin then. */
  readonly enteredAt?: Instant | null;
  /** IANA zone of the court, or of the division whose Case it is. */
  readonly zone: string;
  /** Divisions of the court in other zones: a hearing may be in a courthouse of one. */
  readonly divisionZones?: readonly { readonly division: string; readonly zone: string }[];
}

/** Where words stand in a text: offsets, half-open. */
export interface Words {
  readonly start: number;
  readonly end: number;
}
