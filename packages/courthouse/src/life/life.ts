/** The words of a life: what is put in, what the court knows, and what it shows of it. */

/** A row of a docket sheet. */
export interface SheetRow {
  /** `YYYY-MM-DD` in the court's zone, as `enteredOn`. */
  readonly filedOn: string;
  readonly enteredOn: string;
  readonly number: number | null;
  /** Whether its number links to a document. */
  readonly linked: boolean;
  /** The docket text, with or without `(Entered: …)`. */
  readonly text: string;
}

/** A docket sheet, and whose it is: what a life is made of. */
export interface Sheet {
  /** Court id. */
  readonly court: string;
  readonly courtName: string;
  readonly kind: 'district' | 'bankruptcy';
  /** IANA zone in which the court dates entries. */
  readonly zone: string;
  /** Three digits, which all ids of documents begin with. */
  readonly documentPrefix: string;
  readonly caseId: string;
  /** Without the initials of judges. */
  readonly number: string;
  readonly caption: string;
  readonly rows: readonly SheetRow[];
}

/** What an entry says from a moment on. */
export interface EntryState {
  /** Epoch milliseconds. */
  readonly since: number;
  readonly number: number | null;
  /** The document's id without the court's prefix; `null` where the docket links to none. */
  readonly document: string | null;
  /** Without `(Entered: …)`. */
  readonly text: string;
}

/** A docket entry as the court knows it, from its docketing on. */
export interface LifeEntry {
  /** The court's row id, which tells entries of one case apart. */
  readonly sequence: number;
  /** When it was docketed: epoch milliseconds. */
  readonly at: number;
  readonly filedOn: string;
  readonly enteredOn: string;
  /** Short descriptions, sorted. */
  readonly labels: readonly string[];
  /** Oldest first; the first begins with the docketing. */
  readonly states: readonly [EntryState, ...EntryState[]];
}

/** A page that somebody could have seen, and of which entries it tells. */
export interface Showing {
  /** Id of the Source that reads it. */
  readonly source: 'cmecf-rss' | 'cmecf-docket' | 'cmecf-history' | 'court-mail';
  /** When the court sent it: epoch milliseconds. */
  readonly at: number;
  readonly body: Buffer;
  /** The sequences of its rows in the page's order; each once. */
  readonly sequences: readonly number[];
}

/** A life as the court published it, and as it was. */
export interface Life {
  /** In order of time. */
  readonly showings: readonly Showing[];
  /** In order of docketing. */
  readonly entries: readonly LifeEntry[];
}
