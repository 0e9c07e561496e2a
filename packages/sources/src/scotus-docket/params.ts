import { courtById, parseDocketNumber, readScotusJson } from '@vigil/dockets';
import { z } from 'zod';

/** The court of every docket that this Source reads. */
export const court = courtById('scotus');

/** What a Watch of a docket needs. */
export interface ScotusParams {
  /** As the court writes it: `24-539`, `24A1088`, `22O141`. */
  readonly docketNumber: string;
}

/** Reads a Watch's parameters; `24a1088` and `24-00539` become what the court writes, so that one docket is one Target. */
export const scotusParams: z.ZodType<ScotusParams> = z.strictObject({
  docketNumber: z.string().transform((printed, context) => {
    const number = parseDocketNumber(printed, court.kind);
    if (number !== null) return number.canonical;
    context.addIssue('no number of the Supreme Court: 24-539, 24A1088');
    return z.NEVER;
  }),
});

/** Members by which a docket is known; no other JSON that people save has both. */
const members = ['"CaseNumber"', '"ProceedingsandOrder"'] as const;

/** Whose docket a saved page is; `null` where it is no such JSON, or is said to be another court's. Throws UNKNOWN_COURT, NOT_A_DOCKET. */
export function docketOfJson(body: Uint8Array, of: string): ScotusParams | null {
  if (courtById(of).id !== court.id) return null;
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  if (!/^(?:ï»¿)?\s*\{/.test(bytes.toString('latin1', 0, 100))) return null;
  if (!members.every((member) => bytes.includes(member))) return null;
  return { docketNumber: numberOf(readScotusJson(body)) };
}

/** The number of a docket: canonical, or as printed where it follows no known form. */
export function numberOf({
  docketNumber,
  printedNumber,
}: Pick<ReturnType<typeof readScotusJson>, 'docketNumber' | 'printedNumber'>): string {
  return docketNumber?.canonical ?? printedNumber;
}
