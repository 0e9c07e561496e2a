import { VigilError } from '@vigil/errors';
import { courtById } from '../courts/court-by-id.js';
import type { Court } from '../courts/court.js';
import type { Mail } from '../mail/read-mail.js';
import type { PrintedNotice } from './read-notice-lines.js';

/** `ecf.cacd.uscourts.gov`, ACMS's `ca2-showdoc.azurewebsites.us`. */
const ofLink = /^https?:\/\/(?:ecf\.([a-z\d]+)\.uscourts\.gov|(ca\d+)-(?:showdoc|acms)\.[a-z\d.]+)(?:[/?:]|$)/i;
const ofSender = /(?:^|\.)([a-z\d]+)\.(?:uscourts\.gov|fedcourts\.us)$/;

/** The court that a notice is of: by its links, else by its sender. Throws UNKNOWN_COURT. */
export function courtOfNotice(
  { cases }: Pick<PrintedNotice, 'cases'>,
  { senderHost }: Pick<Mail, 'senderHost'>,
): Court {
  const links = cases.flatMap(({ caseLink, documentLink }) => [caseLink, documentLink]);
  const ids = links.flatMap((link) => ofLink.exec(link ?? '')?.slice(1) ?? []);
  for (const id of [...ids, ofSender.exec(senderHost ?? '')?.[1]]) {
    const court = id === undefined ? null : knownCourt(id);
    if (court !== null) return court;
  }
  throw new VigilError('UNKNOWN_COURT', 'neither a link nor the sender of the mail tells which court it is of');
}

function knownCourt(id: string): Court | null {
  try {
    return courtById(id);
  } catch {
    return null;
  }
}
