import { courtById, parseDocketNumber } from '@vigil/dockets';
import { z } from 'zod';

/**
 * What a Watch of a docket at CourtListener needs. Its answer of entries does not name their case, so that the Watch does; CourtListener's
 * page of the docket shows all of it.
 */
export interface CourtListenerParams {
  /** CourtListener's own id of the docket: digits. */
  readonly docket: string;
  /** Court id. */
  readonly court: string;
  /** Canonical, or as printed where it follows no known form. */
  readonly docketNumber: string;
  /** The court's own id of the case (PACER). */
  readonly caseId?: string;
}

/** Ids of CourtListener that are not the court's host label, and the label (www.courtlistener.com/help/api/rest/pacer/). */
const ownIds: ReadonlyMap<string, string> = new Map([
  ['arb', 'azb'],
  ['nebraskab', 'neb'],
  ['uscfc', 'cofc'],
]);
const idsThere: ReadonlyMap<string, string> = new Map([...ownIds].map(([theirs, ours]) => [ours, theirs]));

/** CourtListener's id of a court. */
export const courtThere = (court: string): string => idsThere.get(court) ?? court;

const digits = z.union([z.int().positive().transform(String), z.string().regex(/^[1-9]\d{0,11}$/, 'digits')]);

/**
 * Reads a Watch's parameters: a court by our id, an alias or CourtListener's id; a docket number in any form that its court prints.
 * Throws UNKNOWN_COURT.
 */
export const courtListenerParams: z.ZodType<CourtListenerParams> = z
  .strictObject({
    docket: digits,
    court: z.string().transform((id) => courtById(ownIds.get(id.trim().toLowerCase()) ?? id)),
    docketNumber: z.string().trim().min(1).max(60),
    caseId: digits.optional(),
  })
  .transform(({ docket, court, docketNumber, caseId }) => ({
    docket,
    court: court.id,
    docketNumber: parseDocketNumber(docketNumber, court.kind)?.canonical ?? docketNumber,
    ...(caseId !== undefined && { caseId }),
  }));
