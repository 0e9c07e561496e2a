import { courtById, redactNotice } from '@vigil/dockets';
import { VigilError } from '@vigil/errors';
import { days, defineSource, minutes, type PlannedRequest } from '@vigil/source-kit';
import { courtOfMail, mailParams, type MailParams } from './params.js';
import { parseNotice } from './parse.js';

function plan({ court }: MailParams): PlannedRequest {
  if (court === undefined) return { url: 'mailbox:', accept: 'message/rfc822' };
  throw new VigilError(
    'ATTENDED_ONLY',
    'mails that are kept as files are imported; without a court the mailbox is read',
  );
}

/**
 * Notices that courts mail to counsel of a case: Notices of Electronic Filing (district and bankruptcy) and of Docket
 * Activity (appeals), each of one entry in one case or several. They are read out of the operator's mailbox, or from
 * files. What is secret in them is removed before anything is kept. Its plan throws ATTENDED_ONLY.
 */
export default defineSource<MailParams>({
  id: 'court-mail',
  version: 2,
  kind: 'listing',
  about: {
    title: 'Notices of electronic filing and of docket activity, by mail',
    homepage: 'https://pacer.uscourts.gov/',
    access: 'Mailed by the court to counsel in the case, who let Vigil read their mailbox or import their mails.',
    proved: {
      recorded:
        'All 92 notices on record, of 44 courts: what is kept of each after redaction reads as the reference reads it.',
      simulated: 'A mailbox on an IMAP server (Dovecot), with invented mails; never a provider’s.',
    },
  },
  schedule: { every: minutes(5), atMost: minutes(1) },
  params: mailParams,
  paramsOfPage: courtOfMail,
  describe: ({ court }) =>
    court === undefined ? 'Court notices in the mailbox' : `Mailed notices of ${courtById(court).name}`,
  court: ({ court }) => court ?? null,
  plan,
  redact: redactNotice,
  parse: parseNotice,
  canonical: (body) => body,
  access: 'mailbox',
  expects: { empty: 'never', quiet: days(30) },
  bypass: {
    S03: 'A mail is one record: its rows are what it says of its cases, in their order.',
    S04: 'A mail is one record: without a row of it an entry has lost what names it.',
    S05: 'A mail is one record: a row is a part of it, and no record that could be skipped.',
  },
});
