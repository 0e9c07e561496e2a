/**
 * A notice is a secret of those whom it was mailed to: it holds a token by which its reader gets the document once for
 * free, and their names and addresses. What may be kept of it is made anew from the lines that the reader reads, so that
 * nothing is kept because nobody thought of it.
 */
import { VigilError } from '@vigil/errors';
import { readMail, type Mail } from '../mail/read-mail.js';
import { collapse } from '../text/collapse.js';
import { scrub } from '../text/scrub.js';
import { courtOfNotice } from './court-of-notice.js';
import { keptLink } from './kept-link.js';
import type { NoticeLine } from './notice-lines.js';
import { linesOf } from './read-court-notice.js';
import { mailingList, readNoticeLines, type LineUse, type PrintedNotice } from './read-notice-lines.js';

/** In bytes. Courts' notices are below 200 kB; one that was forwarded may have its documents attached. */
export const longestMail = 8 * 2 ** 20;

const leftOut =
  'all but the lines of the notice; recipients, e-mail addresses, one-free-look tokens and alien registration numbers';

/**
 * What may be kept of a notice: a mail with its date, its subject and its lines in plain text, which reads as the notice
 * does. It says itself that it is redacted. Pure; of its own output it makes the same. Throws FETCH_TOO_LARGE,
 * NOT_A_DOCKET where the mail is no notice, UNKNOWN_COURT, PAGE_TRUNCATED where it ends before its docket text does, and
 * BAD_RECORD where it is of another shape than notices are.
 */
export function redactNotice(bytes: Uint8Array): Uint8Array {
  if (bytes.length > longestMail) throw new VigilError('FETCH_TOO_LARGE', `the mail has over ${longestMail} bytes`);
  const mail = readMail(bytes);
  const lines = linesOf(mail);
  const notice = readNoticeLines(lines);
  if (notice.cases.length === 0) throw new VigilError('NOT_A_DOCKET', 'the mail names no case');
  if (notice.cases.length > mostCases) throw new VigilError('BAD_RECORD', `the mail names over ${mostCases} cases`);
  const court = courtOfNotice(notice, mail);
  assertWhole(mail, notice);
  if (lines.some(({ text }, n) => notice.uses[n] === 'UNUSED' && strayLabel.test(text)))
    throw new VigilError('BAD_RECORD', 'a label of the notice stands where none is known');
  if (notice.cases.some(({ docketText }) => !docketText!.text.trim()))
    throw new VigilError('BAD_RECORD', 'the notice has a docket text without a word');
  const head = [
    `X-Vigil-Redacted: ${leftOut}`,
    ...(mail.sent === null ? [] : [`Date: ${dateText(mail.sent.instant)}`]),
    `From: ${court.id}.uscourts.gov`,
    `Subject: ${keep(collapse(mail.subject))}`,
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
  ];
  const kept = lines.flatMap((line, n) => keptText(line, notice.uses[n]!) ?? []).map(keep);
  return Buffer.from(`${head.join('\n')}\n\n${kept.join('\n\n')}\n`);
}

/** No court spreads an entry over so many. */
const mostCases = 2_000;

/** In a line that is not read, it tells that the notice has another shape. */
const strayLabel = /\b(?:Case Name|Case Number|Document Number|Docket Text)\s*:/;

/** Throws where bytes are missing: of a part, of the text, or of the elements that the text is in. */
function assertWhole({ html, isCutOff }: Mail, { isWhole }: PrintedNotice): void {
  const last = new Map<string, string>();
  for (const [, slash, name] of (html ?? '').matchAll(/<(\/?)(html|body|table|div)\b/gi))
    last.set(name!.toLowerCase(), slash!);
  if (isCutOff || !isWhole || [...last.values()].includes(''))
    throw new VigilError('PAGE_TRUNCATED', 'the mail ends in the middle');
}

function keptText({ text, links }: NoticeLine, use: LineUse): string | null {
  if (use === 'UNUSED') return null;
  if (use === 'WORDS') return text;
  if (use === 'ENDS_TEXT') return `${mailingList.exec(text)![0]}: (left out)`;
  const words = text.slice(Math.max(0, text.indexOf('The following transaction was')));
  return [words.replace(/\s*\bhttps?:\/\/\S+/gi, ''), ...links.flatMap((link) => keptLink(link) ?? [])].join(' ');
}

/** `%3D` where its link is part of another. */
const token = /\b((?:magic_num|uid)(?:=|%3D)|\/NDA\/)[^&#\s%]+/gi;
const address = /[\w.+%'=-]{1,100}@[\w-]{1,100}(?:\.[\w-]{1,100})*/g;

/** A text without the secrets that may stand in it. */
const keep = (text: string): string => scrub(text.replace(token, '$1').replace(address, '(address left out)'));

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A moment as RFC 5322 prints it. */
function dateText(instant: string): string {
  const date = new Date(Date.parse(instant));
  const day = String(date.getUTCDate()).padStart(2, '0');
  const time = instant.slice(11, 19);
  return `${days[date.getUTCDay()]}, ${day} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()} ${time} +0000`;
}
