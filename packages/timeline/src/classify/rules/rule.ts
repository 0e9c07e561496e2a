/** What all rules have: an id for evidence and documentation, and what it is in one line. */
export interface Rule {
  readonly id: string;
  readonly about: string;
  /** In the notation of `reading/phrases.ts`. */
  readonly phrases: readonly string[];
}

/** The kinds of things that courts decide about, by what can be done to them. */
export type MatterKind =
  | 'relief'
  | 'request'
  | 'petition'
  | 'case'
  | 'claims'
  | 'appeal'
  | 'removal'
  | 'hearing'
  | 'deadline'
  | 'report'
  | 'judgment'
  | 'show_cause'
  | 'nothing';
