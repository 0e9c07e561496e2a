/** One thing that an entry says has happened, with the rules and words that say so. */
export interface Finding {
  /** `tro.granted`, `hearing.set`; see `tags`. */
  readonly tag: string;
  /** Ids of the rules that found it, `matter.tro ruling.grant`. */
  readonly rule: string;
  /** The words, half-open in the text as given, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly words: string;
  /** Between 0 and 1: how often the rule is right in the courts' manner of writing. */
  readonly confidence: number;
}
