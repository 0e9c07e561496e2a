/**
 * What a Source says. A Statement is what `parse` yields; an Observation is a Statement with its
 * content-addressed id; it is never changed.
 */
import { canonicalJson, hashId } from './identity.js';

/** A calendar day of the court, `YYYY-MM-DD`, without zone. */
export type CivilDate = string;
/** A moment in UTC, `YYYY-MM-DDTHH:mm:ss.sssZ`. */
export type Instant = string;

/** How a statement names its Case. At least one of `caseId` and `docketNumber` is known. */
export interface CaseRef {
  /** Court id, as in the court table (`cacd`). */
  readonly court: string;
  /** The court's own id of the case in its docket system (PACER case id). */
  readonly caseId: string | null;
  /** Canonical docket number (`8:17-cv-01898`), or as printed where it follows no known form. */
  readonly docketNumber: string | null;
}

/** What is said of a Case as a whole. `null` is unknown, and never overrides what is known. */
export interface CaseFacts {
  readonly caption: string | null;
  /** The docket number as the publisher prints it. */
  readonly printedNumber: string | null;
  /** `ap`, `bk` … where the court says so (bankruptcy feeds); `civil, united states` of the courts of appeals. */
  readonly caseType: string | null;
  readonly office: string | null;
  readonly chapter: string | null;
  readonly trustee: string | null;
  /** The days on which the case was opened and closed; on the docket report, as what follows. */
  readonly filedOn?: CivilDate | null;
  readonly terminatedOn?: CivilDate | null;
  /** The judge, and the magistrate judge, with their titles. */
  readonly assignedTo?: string | null;
  readonly referredTo?: string | null;
  /** With its code, as printed (`463 Habeas Corpus - Alien Detainee`). */
  readonly natureOfSuit?: string | null;
  /** With its statute, as printed; courts cut it off at 40 or 50 characters. */
  readonly cause?: string | null;
  readonly jurisdiction?: string | null;
  /** What the court marks the case with (`HABEAS`, `STAYED`), in the page's order; `[]`: with nothing. */
  readonly flags?: readonly string[] | null;
  /** The court or agency whose decision a court of appeals reviews, as printed (`U.S. District Court for Hawaii, Honolulu`). */
  readonly appealFrom?: string | null;
  /** The case below where it is a federal trial court's: court id and canonical docket number. An agency's number may be a person's, and is never told. */
  readonly originatingCourt?: string | null;
  readonly originatingNumber?: string | null;
  /** The judge of the case below, with the title, as printed. */
  readonly originatingJudge?: string | null;
}

/** What is said of one docket entry. `null` is unknown, and never overrides what is known. */
export interface DocketEntryFacts {
  /** The entry's number on the docket; text, since courts print unusual ones. */
  readonly number: string | null;
  /** The document's id with its fourth character set to 0 (it only tells of attachments). */
  readonly documentId: string | null;
  readonly documentUrl: string | null;
  /** Short descriptions of the docketing events, sorted; one entry may carry several. */
  readonly labels: readonly string[] | null;
  /** The full docket text. */
  readonly text: string | null;
  /** The day of filing, in the court's zone. */
  readonly filedOn: CivilDate | null;
  /** The day on which it was docketed, in the court's zone, where a page prints it beside the day of filing. */
  readonly enteredOn?: CivilDate | null;
  /** The moment the entry was docketed. */
  readonly enteredAt: Instant | null;
  /** IANA zone of the court or division. */
  readonly zone: string;
}

interface StatementBase {
  readonly case: CaseRef;
  /**
   * The publisher's own key of the record, unique within one Capture. Two contents under one key at
   * different times are a revision.
   */
  readonly recordKey: string;
}

/** "This Case is called so." */
export interface CaseStatement extends StatementBase {
  readonly kind: 'case';
  readonly content: CaseFacts;
}

/** "This docket has this entry." */
export interface DocketEntryStatement extends StatementBase {
  readonly kind: 'docket_entry';
  /** Identity keys of the entry within its Case, `type:value`; see `keys.ts`. Never empty. */
  readonly keys: readonly string[];
  readonly content: DocketEntryFacts;
}

/** One statement of a Source about one subject. */
export type Statement = CaseStatement | DocketEntryStatement;

/** A Statement with its Source and content-addressed id. */
export type Observation<S extends Statement = Statement> = S & {
  readonly id: string;
  readonly source: string;
};

/** Addresses a Statement by its content: the same statement, whenever made, has the same id. */
export function observe<S extends Statement>(source: string, statement: S): Observation<S> {
  const { court, caseId, docketNumber } = statement.case;
  const keys = statement.kind === 'docket_entry' ? statement.keys.join('\u001e') : '';
  const subject = [court, caseId ?? '', docketNumber ?? ''].join('\u001e');
  const id = hashId(
    'observation',
    source,
    statement.kind,
    subject,
    statement.recordKey,
    keys,
    canonicalJson(statement.content),
  );
  return { ...statement, source, id };
}
