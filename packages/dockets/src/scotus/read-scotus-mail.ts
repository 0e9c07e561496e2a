import { VigilError } from '@vigil/errors';
import { runsOf, textOf } from '../html/block-text.js';
import { readBlock } from '../html/read-page.js';
import { parseDocketNumber } from '../identifiers/docket-number.js';
import { readMail } from '../mail/read-mail.js';
import { collapse } from '../text/collapse.js';
import { scrub } from '../text/scrub.js';
import { tidyOrNull } from '../text/tidy.js';
import { absoluteAddress } from './document-address.js';
import type { ScotusNotice } from './scotus-notice.js';

const announcement = /^A new docket entry(?:, "(.*)")? has been added for\b.*\bfor No\. (\S+?)\.(?:\s|$)/;

/** In characters; longer than any entry that the Court announces. */
const longest = 10_000;

/**
 * Reads a mail of the Supreme Court's notification service. The link in it that ends the subscription is left out.
 * Pure. Throws NOT_A_DOCKET where the bytes are no mail, or a mail that tells of no new entry.
 */
export function readScotusMail(bytes: Uint8Array): ScotusNotice {
  const mail = readMail(bytes);
  const body = readBlock(mail.html ?? mail.plain ?? '');
  const [, text, number] = announcement.exec(scrub(collapse(textOf(body)).slice(0, longest))) ?? [];
  if (number === undefined) throw new VigilError('NOT_A_DOCKET', 'the mail tells of no new docket entry');
  const docket = [...runsOf(body)].find(({ link }) => /\/docketfiles\//i.test(link?.href ?? ''));
  return {
    printedNumber: number,
    docketNumber: parseDocketNumber(number, 'SUPREME'),
    caption: tidyOrNull(docket?.text),
    text: tidyOrNull(text),
    docketUrl: absoluteAddress(docket?.link?.href ?? ''),
    sentAt: mail.sent?.instant ?? null,
    sentOffset: mail.sent?.offsetMinutes ?? null,
  };
}
