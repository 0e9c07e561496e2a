import { VigilError } from '@vigil/errors';
import { htmlText } from '../html/html-text.js';
import { parseDocketNumber } from '../identifiers/docket-number.js';
import { JsonObject } from '../json/json-object.js';
import { scrub } from '../text/scrub.js';
import { tidy } from '../text/tidy.js';
import { parseCivilDate } from '../time/civil-date.js';
import { parseNamedDate } from '../time/named-date.js';
import { absoluteAddress, filingOf } from './document-address.js';
import { linkedNumbers } from './linked-numbers.js';
import { lowerNumbersOf } from './lower-numbers.js';
import { PartyCollector } from './party-collector.js';
import { plainNumber } from './plain-number.js';
import type { ScotusAttorney, ScotusDocket, ScotusDocument, ScotusParty } from './scotus-docket.js';

/**
 * Reads a docket of the Supreme Court as its site gives it in JSON (`/RSS/Cases/JSON/NUMBER.json`). Numbers of
 * prisoners are left out. Pure. Throws NOT_A_DOCKET where the bytes are no JSON object with a case number.
 */
export function readScotusJson(bytes: Uint8Array): ScotusDocket {
  const json = JsonObject.parse(bytes);
  const caseNumber = json.text('CaseNumber');
  if (caseNumber === null) throw new VigilError('NOT_A_DOCKET', 'the JSON has no CaseNumber');
  const printedNumber = plainNumber(caseNumber);
  const dateOf = (name: string): string | null => parseNamedDate(json.raw(name) ?? '');
  return {
    printedNumber,
    docketNumber: parseDocketNumber(printedNumber, 'SUPREME'),
    isCapital: json.flag('bCapitalCase') || printedNumber !== caseNumber,
    status: null,
    petitionerTitle: json.text('PetitionerTitle'),
    respondentTitle: json.text('RespondentTitle'),
    docketedOn: dateOf('DocketedDate'),
    createdOn: parseCivilDate(json.raw('sJsonCreationDate') ?? ''),
    linkedWith: linkedNumbers(json.text('Links') ?? ''),
    relatedCases: json.objects('RelatedCaseNumber').flatMap((related) => {
      const number = related.text('DisplayCaseNumber');
      return number === null ? [] : [{ type: related.text('RelatedType'), number }];
    }),
    lowerCourt: json.text('LowerCourt'),
    printedLowerNumbers: json.text('LowerCourtCaseNumbers'),
    // Not yet tidied: its lines are apart.
    lowerNumbers: lowerNumbersOf(scrub(json.raw('LowerCourtCaseNumbers') ?? '')),
    lowerDecidedOn: dateOf('LowerCourtDecision'),
    rehearingDeniedOn: dateOf('LowerCourtRehearingDenied'),
    discretionaryDecisionOn: dateOf('DiscretionaryCourtDecision'),
    questionsUrl: absoluteAddress(json.raw('QPLink') ?? ''),
    entries: entriesOf(json),
    parties: partiesOf(json),
  };
}

function entriesOf(json: JsonObject): ScotusDocket['entries'] {
  return json.objects('ProceedingsandOrder').map((item) => ({
    date: parseNamedDate(item.raw('Date') ?? ''),
    // HTML, with links to opinions in it.
    text: tidy(htmlText(item.raw('Text') ?? '')),
    documents: item.objects('Links').flatMap(documentOf),
  }));
}

function documentOf(link: JsonObject): readonly ScotusDocument[] {
  const url = absoluteAddress(link.raw('DocumentUrl') ?? '');
  return url === null ? [] : [{ description: link.text('Description'), url, filing: filingOf(url) }];
}

function partiesOf(json: JsonObject): readonly ScotusParty[] {
  const collector = new PartyCollector();
  for (const [list, side] of [
    ['Petitioner', 'PETITIONER'],
    ['Respondent', 'RESPONDENT'],
    ['Other', 'OTHER'],
  ] as const) {
    for (const item of json.objects(list)) {
      const attorney = attorneyOf(item);
      if (attorney) collector.add(side, item.text('PartyName'), attorney);
    }
  }
  return collector.parties;
}

function attorneyOf(item: JsonObject): ScotusAttorney | null {
  const name = item.text('Attorney');
  if (name === null) return null;
  const street = (item.raw('Address') ?? '').split(/\r?\n/).map(tidy);
  return {
    name,
    isCounselOfRecord: item.flag('IsCounselofRecord'),
    addressLines: [item.text('Title') ?? '', ...street].filter((line) => line !== ''),
    city: item.text('City'),
    state: item.text('State'),
    zip: item.text('Zip'),
    phone: item.text('Phone'),
    email: item.text('Email'),
  };
}
