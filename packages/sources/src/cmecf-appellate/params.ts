import { courtById, parseDocketNumber, readAppellateDocket, type AppellateDocket } from '@vigil/dockets';
import { z } from 'zod';

/** What a Watch of a court of appeals' docket needs. */
export interface AppellateParams {
  /** Court id. */
  readonly court: string;
  /** In the one spelling (`22-95459`), or as printed where it follows no known form. */
  readonly docketNumber: string;
}

/** Reads a Watch's parameters. Throws UNKNOWN_COURT. */
export const appellateParams: z.ZodType<AppellateParams> = z
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

/** How such a docket is called, by its feed too: courts of appeals name cases by number and by nothing else. */
export const numberOfDocket = ({ docketNumber, printedNumber }: AppellateDocket): string =>
  docketNumber?.canonical ?? printedNumber;

/** The comment in front of the case's own section, which no page of another system has. */
const mark = /NEW SECTION - Case Stub\b/;

/**
 * Whose docket a page shows; `null` where it is none of a court of appeals. Throws UNKNOWN_COURT, and NOT_A_DOCKET where it
 * is one without a number.
 */
export function docketOfPage(body: Uint8Array, court: string): AppellateParams | null {
  const { id, kind } = courtById(court);
  if (kind !== 'APPELLATE') return null;
  if (!mark.test(Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('latin1'))) return null;
  return { court: id, docketNumber: numberOfDocket(readAppellateDocket(body, { court: id })) };
}
