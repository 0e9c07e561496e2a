import type { CaseFacts, CaseRef, CaseStatement } from '@vigil/timeline';

/** "This Case is called so." What is left out of the facts is unknown; `key` is the publisher's own of the case. */
export const caseStatement = (
  ref: CaseRef,
  facts: Partial<CaseFacts>,
  key: string = ref.caseId ?? ref.docketNumber!,
): CaseStatement => ({
  kind: 'case',
  case: ref,
  recordKey: `case:${key}`,
  content: { caption: null, printedNumber: null, caseType: null, office: null, chapter: null, trustee: null, ...facts },
});
