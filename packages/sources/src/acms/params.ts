import { courtById, parseDocketNumber, readAcmsDocket, type AcmsDocket } from '@vigil/dockets';
import { z } from 'zod';

/** What a Watch of a docket in ACMS needs. */
export interface AcmsParams {
  /** Court id. */
  readonly court: string;
  /** In the one spelling (`23-90246`), or as printed where it follows no known form. */
  readonly docketNumber: string;
}

/** Reads a Watch's parameters. Throws UNKNOWN_COURT. */
export const acmsParams: z.ZodType<AcmsParams> = z
  .strictObject({
    court: z
      .string()
      .transform((id) => courtById(id).id)
      .refine((id) => courtById(id).kind === 'APPELLATE', 'a court of appeals'),
    docketNumber: z.string().min(1).max(60),
  })
  .transform(({ court, docketNumber }) => ({
    court,
    docketNumber: parseDocketNumber(docketNumber, 'APPELLATE')?.canonical ?? docketNumber,
  }));

/** How such a docket is called, by its court's feed too. */
export const numberOfDocket = ({ docketNumber, printedNumber }: AcmsDocket): string =>
  docketNumber?.canonical ?? printedNumber;

/**
 * Whose docket a file shows; `null` where it is not ACMS's JSON of one (its list of an entry's documents has no `docketInfo`).
 * Throws UNKNOWN_COURT, and NOT_A_DOCKET where it is cut off or names no case.
 */
export function docketOfPage(body: Uint8Array, court: string): AcmsParams | null {
  const { id, kind } = courtById(court);
  if (kind !== 'APPELLATE') return null;
  const text = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8');
  if (!/^\uFEFF?\s*\{/.test(text) || !/"caseDetails"\s*:/.test(text) || !/"docketInfo"\s*:/.test(text)) return null;
  return { court: id, docketNumber: numberOfDocket(readAcmsDocket(body, { court: id })) };
}
