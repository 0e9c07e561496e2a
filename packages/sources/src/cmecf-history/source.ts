import { courtById } from '@vigil/dockets';
import { VigilError } from '@vigil/errors';
import { days, defineSource, hours, type PlannedRequest } from '@vigil/source-kit';
import { docketParams, type DocketParams } from '../cmecf-docket/params.js';
import { withoutLook } from './canonical.js';
import { historyOfPage } from './params.js';
import { parseHistory } from './parse.js';

const nameOf = (params: DocketParams): string => ('caseId' in params ? `case ${params.caseId}` : params.docketNumber);

function plan(params: DocketParams): PlannedRequest {
  if ('caseId' in params)
    return {
      url: `https://ecf.${params.court}.uscourts.gov/cgi-bin/HistDocQry.pl?${params.caseId}`,
      accept: 'text/html',
    };
  throw new VigilError('ATTENDED_ONLY', `the history of ${params.docketNumber} has no address without the case’s id`);
}

/**
 * A history report of a federal trial court (CM/ECF): every event of a case with its name, as the court's feed calls it,
 * and with its text where the person asked for texts. Behind PACER's log-in, so it is imported. Its parameters throw
 * UNKNOWN_COURT, its plan ATTENDED_ONLY.
 */
export default defineSource<DocketParams>({
  id: 'cmecf-history',
  version: 2,
  kind: 'listing',
  about: {
    title: 'History reports of federal courts (CM/ECF)',
    homepage: 'https://pacer.uscourts.gov/',
    access: 'Behind PACER’s log-in, for a fee: a person opens and saves the page, and imports it.',
    proved: {
      recorded:
        '65 reports: 64 equal to what the reference reads, and one at which it gives up; one with the docket report of its case.',
    },
  },
  schedule: { every: hours(24), atMost: hours(1) },
  params: docketParams,
  paramsOfPage: historyOfPage,
  describe: (params) => `History of ${nameOf(params)}, ${courtById(params.court).name}`,
  court: ({ court }) => court,
  plan,
  parse: parseHistory,
  canonical: withoutLook,
  access: 'attended',
  expects: { empty: 'proved', quiet: days(180) },
});
