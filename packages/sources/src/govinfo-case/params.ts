import { parseDocketNumber } from '@vigil/dockets';
import { VigilError } from '@vigil/errors';
import { z } from 'zod';
import { collectedCourt, packageIdOf } from '../govinfo-opinions/package-id.js';

/** The case whose opinions are watched. */
export interface CaseParams {
  /** Court id. */
  readonly court: string;
  /** Canonical (`8:17-cv-01898`). */
  readonly docketNumber: string;
}

/** Reads a Watch's parameters. Throws UNKNOWN_COURT, NO_FEED; and BAD_INPUT where GovInfo has no such docket numbers. */
export const caseParams: z.ZodType<CaseParams> = z
  .strictObject({ court: z.string().transform((id) => collectedCourt(id).id), docketNumber: z.string().max(60) })
  .transform(({ court, docketNumber }) => ({
    court,
    docketNumber: parseDocketNumber(docketNumber, collectedCourt(court).kind)?.canonical ?? docketNumber,
  }))
  .refine(
    ({ court, docketNumber }) => packageIdOf(collectedCourt(court), docketNumber) !== null,
    'a docket number as the court prints it',
  );

/** The id of the case's package. */
export function packageOf({ court, docketNumber }: CaseParams): string {
  const id = packageIdOf(collectedCourt(court), docketNumber);
  if (id === null) throw new VigilError('BAD_INPUT', `no package can be of ${docketNumber}`);
  return id;
}
