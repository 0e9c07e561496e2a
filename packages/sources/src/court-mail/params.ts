import { courtById, readCourtNotice, redactNotice } from '@vigil/dockets';
import { z } from 'zod';

/** What a Watch of mailed notices needs: nothing for the operator's mailbox; a court for mails that are kept as files. */
export interface MailParams {
  /** Court id. */
  readonly court?: string | undefined;
}

/** Reads a Watch's parameters. Throws UNKNOWN_COURT. */
export const mailParams: z.ZodType<MailParams> = z.strictObject({
  court: z
    .string()
    .transform((id) => courtById(id).id)
    .optional(),
});

/** How a mail begins, and no page does. */
const header = /^(?:>?From .*\r?\n)?[\w-]+[ \t]*:/;

/**
 * Whose notice a mail is, as it says itself; `null` where the bytes are no mail. Throws NOT_A_DOCKET, UNKNOWN_COURT,
 * PAGE_TRUNCATED, FETCH_TOO_LARGE.
 */
export function courtOfMail(body: Uint8Array): MailParams | null {
  const start = Buffer.from(body.buffer, body.byteOffset, Math.min(body.byteLength, 1_000)).toString('latin1');
  return header.test(start) ? { court: readCourtNotice(redactNotice(body), {}).court } : null;
}
