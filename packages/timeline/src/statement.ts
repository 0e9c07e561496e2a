/**
 * What a Source says. A Statement is what `parse` yields; an Observation is a Statement with its
 * content-addressed id; it is never changed.
 */
import { canonicalJson, hashId } from './identity.js';
import { keyType } from './keys.js';

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

/** What is said of one publication outside dockets. `null` is unknown, and never overrides what is known. */
export interface PublicationFacts {
  /** The publisher's own id of it (`2026-01234`, `USCOURTS-cacd-8_17-cv-01898-0`); of a page its address. */
  readonly publisherId: string;
  /** What kind of publication it is (`RULE`, `NOTICE`, `OPINION`, `PAGE`); text, since publishers have kinds of their own. */
  readonly type: string | null;
  readonly title: string | null;
  /** What it says: the publisher's abstract, or the whole text of a page that is watched. */
  readonly text: string | null;
  readonly url: string | null;
  /** Those who issued it, as the publisher names them. */
  readonly issuers: readonly string[] | null;
  /** Numbers of the agencies' own dockets that it belongs to, as printed. */
  readonly dockets: readonly string[] | null;
  /** The day of publication, in the publisher's zone. */
  readonly publishedOn: CivilDate | null;
  /** The moment of publication. Where neither day nor moment is told, it stands where it was first seen. */
  readonly publishedAt: Instant | null;
  /** IANA zone of the publisher. */
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

/** "This was published." Its Case is the docket that it belongs to, or stands for the publisher's series. */
export interface PublicationStatement extends StatementBase {
  readonly kind: 'publication';
  /** Its one identity key, of the type `pub`. */
  readonly keys: readonly string[];
  readonly content: PublicationFacts;
}

/** A statement that becomes an Event, together with others that share its keys. */
export type EventStatement = DocketEntryStatement | PublicationStatement;

/** One statement of a Source about one subject. */
export type Statement = CaseStatement | EventStatement;

/** A Statement with its Source and content-addressed id. */
export type Observation<S extends Statement = Statement> = S & {
  readonly id: string;
  readonly source: string;
};

/**
 * Addresses a Statement by its content: the same statement, whenever made, has the same id. Throws a TypeError where a
 * key is of no known type, or identifies what the statement does not speak of.
 */
export function observe<S extends Statement>(source: string, statement: S): Observation<S> {
  const { court, caseId, docketNumber } = statement.case;
  const keys = statement.kind === 'case' ? '' : assertKeys(statement).join('\u001e');
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

/** No key is shared by Events of two kinds, so that a docket entry and a publication are never one Event. */
function assertKeys({ kind, keys }: EventStatement): readonly string[] {
  for (const key of keys)
    if ((keyType(key) === 'pub') !== (kind === 'publication'))
      throw new TypeError(`${JSON.stringify(key)} identifies no ${kind}`);
  return keys;
}
