/**
 * What kind of court keeps the docket; decides how its docket numbers are printed. A `PUBLISHER` is no court: it stands
 * where a court does for what is published outside dockets, and its series stand where Cases do.
 */
export type CourtKind = 'APPELLATE' | 'DISTRICT' | 'BANKRUPTCY' | 'SPECIAL' | 'SUPREME' | 'PUBLISHER';

/** A division that keeps other hours than its court. */
export interface DivisionZone {
  /** Office code, as in front of the docket number (`3` of `3:17-cv-00001`) or in a bankruptcy feed. */
  readonly office: string;
  readonly division: string;
  /** IANA zone. */
  readonly zone: string;
}

/** Which docket entries a court's public RSS feed carries. `UNKNOWN`: nobody has recorded its own statement. */
export type FeedStatus = 'ALL' | 'PARTIAL' | 'NONE' | 'UNKNOWN';

/** A court's public RSS feed. What the feed itself says at each reading goes before what is kept here. */
export interface CourtFeed {
  /** `null` where the court has no feed address of a known form. */
  readonly url: string | null;
  readonly status: FeedStatus;
  /** The court's own list, where the status is `PARTIAL`. */
  readonly entryTypes: readonly string[];
  /** The month (`YYYY-MM`) in which the status was last known; `null` where it never was. */
  readonly asOf: string | null;
}

/** One court, or a publisher in the place of one. */
export interface Court {
  /** Host label of the court's docket system (`cacd` of ecf.cacd.uscourts.gov). */
  readonly id: string;
  readonly name: string;
  readonly kind: CourtKind;
  /** IANA zone of the court's seat. */
  readonly zone: string;
  readonly divisionZones: readonly DivisionZone[];
  readonly feed: CourtFeed;
  /** First three digits of the ids of this court's documents. */
  readonly documentIdPrefix: string | null;
}

/** The IANA zone in which an office of a court works; the court's own where the office is not known. */
export function zoneOf(court: Pick<Court, 'zone' | 'divisionZones'>, office: string | null): string {
  return court.divisionZones.find((division) => division.office === office)?.zone ?? court.zone;
}
