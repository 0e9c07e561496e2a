import { readScotusJson, type ScotusDocket } from '@vigil/dockets';
import { VigilError } from '@vigil/errors';
import { caseStatement, docketEntry, type CapturedPage, type ParseContext } from '@vigil/source-kit';
import type { CaseFacts, Statement } from '@vigil/timeline';
import { DateTime } from 'luxon';
import { keyEntries, mainDocument } from './entries.js';
import { court, numberOf, type ScotusParams } from './params.js';

/**
 * Reads a docket: one statement of the case and one an entry. Throws NOT_A_DOCKET; BAD_INPUT where the docket is another
 * case's; and EMPTY_WITHOUT_PROOF where it has no entry, since what opens a docket is its first.
 */
export function* parseScotus(page: CapturedPage, context: ParseContext<ScotusParams>): Iterable<Statement> {
  const docket = readScotusJson(page.body);
  const { docketNumber } = context.params;
  const found = numberOf(docket);
  if (found !== docketNumber)
    throw new VigilError('BAD_INPUT', `the page is the docket of ${found}, not of ${docketNumber}`);
  // A day only: its beginning, which no reading of the day comes before.
  if (docket.createdOn !== null) context.builtAt(startOf(docket.createdOn));
  for (const [n, { date }] of docket.entries.entries()) {
    if (date === null) context.skip('it bears no date', `entry ${n + 1} of ${docket.entries.length}`);
  }
  const entries = keyEntries(docket.entries);
  if (entries.length === 0) throw new VigilError('EMPTY_WITHOUT_PROOF');
  yield caseStatement({ court: court.id, caseId: null, docketNumber }, factsOf(docket));
  for (const { entry, day, filing, recordKey, keys } of entries) {
    yield docketEntry({
      court: court.id,
      docketNumber,
      recordKey: `entry:${docketNumber}:${recordKey}`,
      keys,
      documentId: filing === null ? null : String(filing),
      documentUrl: mainDocument(entry),
      text: entry.text === '' ? null : entry.text,
      filedOn: day,
      zone: court.zone,
    });
  }
}

const startOf = (day: string): string => DateTime.fromISO(day, { zone: court.zone }).startOf('day').toUTC().toISO()!;

function factsOf(docket: ScotusDocket): Partial<CaseFacts> {
  const { printedNumber, petitionerTitle, respondentTitle, docketedOn, isCapital } = docket;
  const sides = [petitionerTitle, respondentTitle].filter((side) => side !== null);
  return {
    caption: sides.length === 0 ? null : sides.join(' v. '),
    printedNumber,
    filedOn: docketedOn,
    flags: isCapital ? ['CAPITAL CASE'] : [],
  };
}
