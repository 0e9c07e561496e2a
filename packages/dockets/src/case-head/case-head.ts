/** A label in bold, and what stands behind it: `Chapter:` `13`. */
export interface Fact {
  /** Without its colon. */
  readonly label: string;
  readonly value: string;
}

/** A line that is neither judge nor fact: a warning to those who file, say. */
export interface Remark {
  readonly text: string;
  /** Whether it begins in bold of its own. */
  readonly bold: boolean;
}

/** What stands in the middle of the page above a case's reports, lists and queries. All as printed. */
export interface CaseHead {
  /** In large print, without what follows it (`All Defendants`). */
  readonly printedNumber: string;
  /** Behind the number. */
  readonly caption: string | null;
  /** In bold behind the caption; where a clerk forgot to end it, it goes on to the head's end. */
  readonly note: string | null;
  /** `NAME, presiding`; of a panel its first judge. Bankruptcy courts have facts for this (`Judge`, `Chief Judge`). */
  readonly presiding: string | null;
  /** `NAME, referral`. */
  readonly referral: string | null;
  /** `Related case: …` */
  readonly relatedCases: string | null;
  readonly facts: readonly Fact[];
  readonly remarks: readonly Remark[];
}
