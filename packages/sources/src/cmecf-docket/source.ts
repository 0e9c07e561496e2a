import { courtById } from '@vigil/dockets';
import { VigilError } from '@vigil/errors';
import { days, defineSource, hours, type PlannedRequest } from '@vigil/source-kit';
import { withoutReceipt } from './canonical.js';
import { docketOfPage, docketParams, type DocketParams } from './params.js';
import { parseDocket } from './parse.js';

const nameOf = (params: DocketParams): string => ('caseId' in params ? `case ${params.caseId}` : params.docketNumber);

function plan(params: DocketParams): PlannedRequest {
  if ('caseId' in params)
    return { url: `https://ecf.${params.court}.uscourts.gov/cgi-bin/DktRpt.pl?${params.caseId}`, accept: 'text/html' };
  throw new VigilError('ATTENDED_ONLY', `the docket of ${params.docketNumber} has no address without the case’s id`);
}

/**
 * A docket report of a federal trial court (CM/ECF): the whole docket of a case, with the full text of each entry. The
 * reports stand behind PACER's log-in and fees, so a person opens and saves them, and `vigil import` reads them; this
 * Source never logs in anywhere. Its parameters throw UNKNOWN_COURT, its plan ATTENDED_ONLY.
 */
export default defineSource<DocketParams>({
  id: 'cmecf-docket',
  version: 2,
  kind: 'listing',
  about: {
    title: 'Docket reports of federal courts (CM/ECF)',
    homepage: 'https://pacer.uscourts.gov/',
    access: 'Behind PACER’s log-in, for a fee: a person opens and saves the page, and imports it.',
    proved: {
      recorded:
        'District and bankruptcy dockets of many courts, equal to what the reference reads; two with their feeds.',
      simulated: 'Dockets of the courthouse, which meet its feeds entry for entry.',
    },
  },
  schedule: { every: hours(24), atMost: hours(1) },
  params: docketParams,
  paramsOfPage: docketOfPage,
  describe: (params) => `Docket of ${nameOf(params)}, ${courtById(params.court).name}`,
  court: ({ court }) => court,
  plan,
  parse: parseDocket,
  canonical: withoutReceipt,
  access: 'attended',
  expects: { empty: 'never', quiet: days(180) },
});
