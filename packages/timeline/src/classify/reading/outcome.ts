/** That something has happened, as a reader finds it. */
export interface Outcome {
  readonly tags: readonly string[];
  /** Ids of the rules that found it. */
  readonly rule: string;
  /** Half-open, in tokens. */
  readonly from: number;
  readonly to: number;
  readonly confidence: number;
  /** What of the entry has not happened, by the beginning of its tag. */
  readonly voids?: '' | 'hearing.' | 'appeal.mandate';
}
