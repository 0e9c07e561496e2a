import { courtById, readDocketReport, type DocketReport } from '@vigil/dockets';
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

/** How a CM/ECF page begins, and no feed does: behind what a browser notes when it saves one, or puts in front. */
const html = /^[^<]{0,200}(?:<!--[\s\S]{0,600}?-->[^<]{0,200})?<(?:!doctype html|html|head|title|script)\b/i;

/** Whose docket a page shows; `null` where it is no HTML. Throws NOT_A_DOCKET, with the court's words where it says why. */
export function docketOfPage(body: Uint8Array, court: string): DocketParams | null {
  const { id } = courtById(court);
  return isHtml(body) ? subjectParams(readDocketReport(body, { court: id })) : null;
}

/** Whether bytes are a page and no feed. */
export function isHtml(body: Uint8Array): boolean {
  const start = Buffer.from(body.buffer, body.byteOffset, Math.min(body.byteLength, 1_000)).toString('latin1');
  return html.test(start);
}

/** What a page tells of whose it is. */
export type Subject = Pick<DocketReport, 'court' | 'caseId' | 'docketNumber' | 'printedNumber'>;

/** A Watch's parameters for the case that a page is of; `null` where it tells no number. */
export function subjectParams({ court, caseId, docketNumber, printedNumber }: Subject): DocketParams | null {
  if (caseId !== null) return { court, caseId };
  const number = docketNumber?.canonical ?? printedNumber;
  return number === null ? null : { court, docketNumber: number };
}
