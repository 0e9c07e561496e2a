import {
  courtById,
  courts,
  parseDocketNumber,
  readAppellateDocket,
  scrubbed,
  type AppellateDocket,
} from '@vigil/dockets';
import { VigilError } from '@vigil/errors';
import { caseStatement, docketEntry, type CapturedPage, type ParseContext } from '@vigil/source-kit';
import type { CaseFacts, CaseRef, Statement } from '@vigil/timeline';
import { DateTime, IANAZone } from 'luxon';
import { numberOfDocket, type AppellateParams } from './params.js';
import { dayOf, keyRows } from './rows.js';
import { assertProvedEmpty, assertWhole } from './whole.js';

/**
 * Reads a docket of a court of appeals: one statement of the case and one a row. Throws PAGE_TRUNCATED, NOT_A_DOCKET,
 * BAD_RECORD, EMPTY_WITHOUT_PROOF; and BAD_INPUT where the page is another case's.
 */
export function* parseAppellateDocket(page: CapturedPage, context: ParseContext<AppellateParams>): Iterable<Statement> {
  assertWhole(page);
  const { court, docketNumber } = context.params;
  const docket = readAppellateDocket(page.body, { court });
  const { entries, receipt } = docket;
  const found = numberOfDocket(docket);
  if (found !== docketNumber)
    throw new VigilError('BAD_INPUT', `the page is the docket of ${found}, not of ${docketNumber}`);
  if (docket.caption === null || docket.docketedOn === null)
    throw new VigilError('BAD_RECORD', 'the case has no caption, or no day on which it was docketed');
  if (entries.length === 0) assertProvedEmpty(page);
  if (receipt !== null && receipt.printedAt !== null) context.builtAt(receipt.printedAt);
  if (receipt?.whole !== true) context.partial();
  const ref: CaseRef = { court, caseId: null, docketNumber };
  yield caseStatement(ref, factsOf(docket));
  for (const [n, row] of entries.entries())
    if (dayOf(row) === null) context.skip('it bears no date', `row ${n + 1} of ${entries.length}`);
  const rows = keyRows(entries);
  if (entries.length > 0 && rows.length === 0)
    throw new VigilError('BAD_RECORD', `of ${entries.length} rows none bears a date`);
  const { zone } = courtById(court);
  // As text it would be looked up again at each row.
  const clock = IANAZone.create(zone);
  for (const { row, recordKey, keys } of rows) {
    const { number, documentId, documentUrl, text, filedOn, enteredAt } = row;
    yield docketEntry({
      court,
      docketNumber,
      recordKey: `entry:${docketNumber}:${recordKey}`,
      keys,
      number,
      documentId,
      documentUrl,
      text: text === '' ? null : text,
      filedOn,
      enteredOn: enteredAt?.slice(0, 10) ?? null,
      enteredAt: enteredAt === null ? null : DateTime.fromISO(enteredAt, { zone: clock }).toUTC().toISO(),
      zone,
    });
  }
}

function factsOf(docket: AppellateDocket): CaseFacts {
  const { caption, printedNumber, docketedOn, terminatedOn, natureOfSuit, caseTypes, appealFrom } = docket;
  return {
    caption,
    printedNumber,
    caseType: caseTypes.length === 0 ? null : caseTypes.join(', '),
    office: null,
    chapter: null,
    trustee: null,
    filedOn: docketedOn,
    terminatedOn,
    natureOfSuit,
    appealFrom,
    ...caseBelow(docket),
  };
}

/**
 * The case below, where the page links it to a federal trial court. Agencies have no such link, and the immigration courts'
 * number is the number of a person.
 */
function caseBelow({
  originatingCourt: below,
}: AppellateDocket): Pick<CaseFacts, 'originatingCourt' | 'originatingNumber' | 'originatingJudge'> {
  const court = courts.find(({ id }) => id === below?.court?.toLowerCase());
  if (!court || below === null)
    return { originatingCourt: null, originatingNumber: null, originatingJudge: below?.trialJudge ?? null };
  const { number, trialJudge } = below;
  const told = number === null || number.includes(scrubbed) ? null : parseDocketNumber(number, court.kind);
  return { originatingCourt: court.id, originatingNumber: told?.canonical ?? null, originatingJudge: trialJudge };
}
