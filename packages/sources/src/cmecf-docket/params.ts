import { courtById, readDocketReport } from '@vigil/dockets';
import { z } from 'zod';

const court = z.string().transform((id) => courtById(id).id);

/** What a Watch of a docket needs: the court's own id of the case, or its number where no page has told the id. */
export type DocketParams =
  | { readonly court: string; readonly caseId: string }
  | { readonly court: string; readonly docketNumber: string };

/** Reads a Watch's parameters. Throws UNKNOWN_COURT. */
export const docketParams: z.ZodType<DocketParams> = z.union([
  z.strictObject({ court, caseId: z.string().regex(/^\d{1,12}$/, 'digits') }),
  z.strictObject({ court, docketNumber: z.string().min(1).max(60) }),
]);

/** How a CM/ECF page begins, and no feed does. */
const html = /^[^<]{0,200}<(?:!doctype html|html|head|title)\b/i;

/** Whose docket a page shows; `null` where it is no HTML. Throws NOT_A_DOCKET, with the court's words where it says why. */
export function docketOfPage(body: Uint8Array, court: string): DocketParams | null {
  const { id } = courtById(court);
  const start = Buffer.from(body.buffer, body.byteOffset, Math.min(body.byteLength, 1_000)).toString('latin1');
  if (!html.test(start)) return null;
  const { caseId, docketNumber, printedNumber } = readDocketReport(body, { court: id });
  if (caseId !== null) return { court: id, caseId };
  const number = docketNumber?.canonical ?? printedNumber;
  return number === null ? null : { court: id, docketNumber: number };
}
