import { courtById, readCourtNotice, zoneOf, type Court, type CourtNotice, type NoticedCase } from '@vigil/dockets';
import { VigilError } from '@vigil/errors';
import { caseStatement, type CapturedPage, type ParseContext } from '@vigil/source-kit';
import type { CaseRef, DocketEntryStatement, Statement } from '@vigil/timeline';
import { dayOf, entryKeysOf, textOf } from './entry-keys.js';
import type { MailParams } from './params.js';

/**
 * Reads a notice: one statement of each case that it names, and one of the entry in each. Throws NOT_A_DOCKET,
 * UNKNOWN_COURT; and BAD_INPUT where the mail is another court's.
 */
export function* parseNotice(page: CapturedPage, context: ParseContext<MailParams>): Iterable<Statement> {
  const notice = readCourtNotice(page.body, {});
  const court = courtById(notice.court);
  const { court: wanted = court.id } = context.params;
  if (wanted !== court.id) throw new VigilError('BAD_INPUT', `the mail is of ${court.id}, not of ${wanted}`);
  if (notice.sentAt !== null) context.builtAt(notice.sentAt);
  // A mail shows one moment, and hides nothing.
  context.partial();
  const known = new Set<string>();
  for (const [index, each] of notice.cases.entries()) {
    const ref = caseRef(court, each);
    const caseKey = ref.caseId ?? ref.docketNumber;
    const where = `case ${index + 1} of ${notice.cases.length}`;
    if (caseKey === null) context.skip('nothing tells its case', where);
    else if (known.has(caseKey)) context.skip('the case is named twice', where);
    else {
      known.add(caseKey);
      const { caption, printedNumber, closedOn: terminatedOn } = each;
      yield caseStatement(ref, { caption, printedNumber, terminatedOn });
      const keys = entryKeysOf(notice, each);
      if (dayOf(notice) === null) context.skip('it bears no date', where);
      else if (keys.length === 0) context.skip('nothing tells its entry', where);
      else yield entryStatement(`entry:${caseKey}:${keys[0]}`, ref, { notice, each, keys, court });
    }
  }
}

const caseRef = (court: Court, { caseId, docketNumber, printedNumber }: NoticedCase): CaseRef => ({
  court: court.id,
  caseId,
  docketNumber: docketNumber?.canonical ?? printedNumber,
});

interface Noticed {
  readonly notice: CourtNotice;
  readonly each: NoticedCase;
  readonly keys: readonly string[];
  readonly court: Court;
}

function entryStatement(recordKey: string, ref: CaseRef, { notice, each, keys, court }: Noticed): DocketEntryStatement {
  const { label, filedOn, enteredOn, enteredAt } = notice;
  const { number, documentId, documentUrl, text, docketNumber } = each;
  return {
    kind: 'docket_entry',
    case: ref,
    recordKey,
    keys,
    content: {
      number,
      documentId,
      documentUrl,
      labels: label === null ? null : labelsOf(label),
      text: text === null ? null : textOf(notice, text),
      filedOn,
      enteredOn,
      enteredAt,
      zone: zoneOf(court, docketNumber?.office ?? null),
    },
  };
}

/** A subject joins the labels of several docketing events by `AND`; in a label of capitals it is a word. */
const labelsOf = (label: string): readonly string[] =>
  label === label.toUpperCase() ? [label] : [...new Set(label.split(' AND '))].sort();
