import { VigilError } from '@vigil/errors';
import { courtById } from '../courts/court-by-id.js';
import { parseDocketNumber } from '../identifiers/docket-number.js';
import { JsonObject } from '../json/json-object.js';
import { parseCivilDate } from '../time/civil-date.js';
import { enteredTime } from '../time/entered-time.js';
import type { AcmsDocket, AcmsEntry, AcmsOriginatingCase } from './acms-docket.js';
import { acmsText, instantOf, isoDateOf } from './acms-values.js';
import { readAcmsParties } from './read-acms-parties.js';

/**
 * Reads a docket of ACMS (ca2, ca9) from the JSON behind its pages, `{ caseDetails, docketInfo }`. The alien number
 * that it has for cases from the immigration courts is left out. Pure. Throws UNKNOWN_COURT, and NOT_A_DOCKET where the
 * bytes are no such JSON.
 */
export function readAcmsDocket(bytes: Uint8Array, { court }: { readonly court: string }): AcmsDocket {
  return readAcms(bytes, court).docket;
}

/** A docket, and what our record of it leaves out. */
export interface AcmsReading {
  readonly docket: AcmsDocket;
  /** `aNumber` */
  readonly alienNumber: string | null;
}

/** The same as `readAcmsDocket`, with what that leaves out. */
export function readAcms(bytes: Uint8Array, id: string): AcmsReading {
  const court = courtById(id);
  const json = JsonObject.parse(bytes);
  const details = json.object('caseDetails');
  const printedNumber = details?.text('caseNumber') ?? null;
  if (!details || printedNumber === null)
    throw new VigilError('NOT_A_DOCKET', 'the JSON has no caseDetails.caseNumber');
  const below = details.object('court');
  const info = json.object('docketInfo');
  return {
    docket: {
      court: court.id,
      caseId: details.text('caseId'),
      printedNumber,
      docketNumber: parseDocketNumber(printedNumber, court.kind),
      caption: details.text('name'),
      longCaption: acmsText(details, 'shortCaption') || null,
      filedOn: isoDateOf(details, 'caseOpened'),
      appealFrom: below?.text('name') ?? null,
      appealFromCode: below?.text('identifier') ?? null,
      district: details.text('districtCourtName'),
      feeStatus: details.text('feeStatus'),
      caseTypes: ['caseType', 'caseSubType', 'caseSubSubType'].flatMap((name) => details.text(name) ?? []),
      natureOfSuit: details.text('natureOfSuit'),
      isSealed: info?.flag('isCaseSealed') ?? false,
      originatingCases: details.objects('originatingCasesInformation').map(originOf),
      parties: readAcmsParties(details.raw('partyAttorneyList') ?? ''),
      entries: info?.objects('docketEntries').map(entryOf) ?? [],
    },
    alienNumber: details.raw('aNumber'),
  };
}

function originOf(item: JsonObject): AcmsOriginatingCase {
  return {
    number: item.text('originCaseNumber'),
    filedOn: isoDateOf(item, 'dateFiled'),
    judgmentOn: isoDateOf(item, 'judgmentDate'),
    judgmentEnteredOn: isoDateOf(item, 'dateJudgmentEod'),
    noticeOfAppealOn: isoDateOf(item, 'noticeOfAppealFiled'),
    people: item.objects('originatingCasePeople').flatMap((person) => {
      const name = person.text('fullName');
      return name === null ? [] : [{ name, role: person.text('roleName') }];
    }),
  };
}

function entryOf(item: JsonObject): AcmsEntry {
  const text = acmsText(item, 'docketEntryText');
  return {
    number: item.integer('entryNumber'),
    entryId: item.text('docketEntryId'),
    filedOn: parseCivilDate(item.raw('endDateFormatted') ?? ''),
    enteredAt: enteredTime(text),
    createdAt: instantOf(item, 'createdOn'),
    pages: item.integer('pageCount'),
    documentCount: item.integer('documentCount'),
    text,
  };
}
