import { courtById, parseDocketNumber, readAcmsDocket, scrubbed, type AcmsDocket } from '@vigil/dockets';
import { VigilError } from '@vigil/errors';
import { caseStatement, docketEntry, type CapturedPage, type ParseContext } from '@vigil/source-kit';
import type { CaseFacts, CaseRef, Statement } from '@vigil/timeline';
import { DateTime } from 'luxon';
import { keyEntries } from './entries.js';
import { numberOfDocket, type AcmsParams } from './params.js';

/**
 * Reads a docket of ACMS: one statement of the case and one an entry. Throws NOT_A_DOCKET, BAD_RECORD, EMPTY_WITHOUT_PROOF; and
 * BAD_INPUT where it is another case's.
 */
export function* parseAcmsDocket(page: CapturedPage, context: ParseContext<AcmsParams>): Iterable<Statement> {
  const { court, docketNumber } = context.params;
  const docket = readAcmsDocket(page.body, { court });
  const { caseId, entries, isSealed } = docket;
  const found = numberOfDocket(docket);
  if (found !== docketNumber)
    throw new VigilError('BAD_INPUT', `the file is the docket of ${found}, not of ${docketNumber}`);
  if (docket.caption === null || docket.filedOn === null)
    throw new VigilError('BAD_RECORD', 'the case has no caption, or no day on which it was opened');
  if (entries.length === 0 && !isSealed)
    throw new VigilError('EMPTY_WITHOUT_PROOF', 'the docket shows no entry, and is not said to be sealed');
  const ref: CaseRef = { court, caseId, docketNumber };
  yield caseStatement(ref, factsOf(docket), docketNumber);
  const { zone } = courtById(court);
  const rows = keyEntries(entries);
  if (entries.length > 0 && rows.every((keyed) => keyed === null))
    throw new VigilError('BAD_RECORD', `of ${entries.length} entries none bears a date and what names it`);
  for (const [n, keyed] of rows.entries()) {
    if (keyed === null) {
      context.skip('it bears no date, or nothing that names it', `entry ${n + 1} of ${entries.length}`);
      continue;
    }
    const { number, entryId, documentCount, text, filedOn, enteredAt } = keyed.entry;
    yield docketEntry({
      court,
      ...(caseId !== null && { caseId }),
      docketNumber,
      recordKey: `entry:${docketNumber}:${keyed.recordKey}`,
      keys: keyed.keys,
      number: number === null ? null : String(number),
      documentId: documentCount === null || documentCount === 0 ? null : entryId,
      text: text === '' ? null : text,
      filedOn,
      enteredOn: enteredAt?.slice(0, 10) ?? null,
      // Not `createdOn`: in the Second Circuit it is hours before the time that the court prints.
      enteredAt: enteredAt === null ? null : DateTime.fromISO(enteredAt, { zone }).toUTC().toISO(),
      zone,
    });
  }
}

function factsOf(docket: AcmsDocket): CaseFacts {
  const { caption, printedNumber, filedOn, natureOfSuit, caseTypes, appealFrom } = docket;
  return {
    caption,
    printedNumber,
    caseType: caseTypes.length === 0 ? null : caseTypes.join(', '),
    office: null,
    chapter: null,
    trustee: null,
    filedOn,
    terminatedOn: null,
    natureOfSuit,
    appealFrom,
    originatingCourt: null,
    ...caseBelow(docket),
  };
}

/** The case below, where its number is of a form of the district courts: the immigration courts' is the number of a person. */
function caseBelow({ originatingCases }: AcmsDocket): Pick<CaseFacts, 'originatingNumber' | 'originatingJudge'> {
  const [below] = originatingCases;
  const printed = below?.number ?? null;
  const number = printed === null || printed.includes(scrubbed) ? null : parseDocketNumber(printed, 'DISTRICT');
  const judge = below?.people.find(({ role }) => role !== null && /\bjudge\b/i.test(role)) ?? null;
  return { originatingNumber: number?.canonical ?? null, originatingJudge: judge?.name ?? null };
}
