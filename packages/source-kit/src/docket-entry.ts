import type { DocketEntryFacts, DocketEntryStatement } from '@vigil/timeline';

/** What a publisher says of one docket entry; what is left out is unknown. */
export interface EntryShape extends Partial<DocketEntryFacts> {
  /** Court id. */
  readonly court: string;
  /** The court's own id of the case, where it tells one. */
  readonly caseId?: string;
  /** Canonical, or as printed. One of this and `caseId` is known. */
  readonly docketNumber?: string | null;
  /** The publisher's own key of the record: never a place on the page, never a hash of prose. */
  readonly recordKey: string;
  /** Identity keys within the case, made with `identityKey`; strongest first, never empty. */
  readonly keys: readonly string[];
  /** IANA zone of the court or division. */
  readonly zone: string;
}

/** "This docket has this entry." */
export function docketEntry({
  court,
  caseId,
  docketNumber,
  recordKey,
  keys,
  ...facts
}: EntryShape): DocketEntryStatement {
  return {
    kind: 'docket_entry',
    case: { court, caseId: caseId ?? null, docketNumber: docketNumber ?? null },
    recordKey,
    keys,
    content: {
      number: null,
      documentId: null,
      documentUrl: null,
      labels: null,
      text: null,
      filedOn: null,
      enteredAt: null,
      ...facts,
    },
  };
}
