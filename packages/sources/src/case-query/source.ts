import { courtById } from '@vigil/dockets';
import { VigilError } from '@vigil/errors';
import { days, defineSource, hours, type PlannedRequest } from '@vigil/source-kit';
import { docketParams, type DocketParams } from '../cmecf-docket/params.js';
import { withoutOrigin } from './canonical.js';
import { caseOfPage } from './params.js';
import { parseQuery } from './parse.js';

const nameOf = (params: DocketParams): string => ('caseId' in params ? `case ${params.caseId}` : params.docketNumber);

function plan(params: DocketParams): PlannedRequest {
  if ('caseId' in params)
    return { url: `https://ecf.${params.court}.uscourts.gov/cgi-bin/iquery.pl?${params.caseId}`, accept: 'text/html' };
  throw new VigilError('ATTENDED_ONLY', `the query for ${params.docketNumber} has no address without the case’s id`);
}

/**
 * The answer to a query for a case of a federal trial court (CM/ECF): when it was filed and closed, and its judges. It shows
 * no entry of the docket. Behind PACER's log-in, so it is imported; the page does not say when it was made. Its parameters
 * throw UNKNOWN_COURT, its plan ATTENDED_ONLY.
 */
export default defineSource<DocketParams>({
  id: 'case-query',
  version: 1,
  kind: 'detail',
  about: {
    title: 'Queries for cases of federal courts (CM/ECF)',
    homepage: 'https://pacer.uscourts.gov/',
    access: 'Behind PACER’s log-in: a person opens and saves the page, and imports it.',
    proved: {
      recorded: 'Answers for 24 cases: 20 equal to what the reference reads, and four at which it gives up.',
    },
  },
  schedule: { every: hours(24), atMost: hours(1) },
  params: docketParams,
  paramsOfPage: caseOfPage,
  describe: (params) => `Query for ${nameOf(params)}, ${courtById(params.court).name}`,
  court: ({ court }) => court,
  plan,
  parse: parseQuery,
  absent: ({ body }) => Buffer.from(body).toString('latin1').includes('>Case not found.<'),
  canonical: withoutOrigin,
  access: 'attended',
  expects: { empty: 'never', quiet: days(180) },
  bypass: {
    S09: 'It speaks of the case only, of which no Change tells; its own test reads the case’s facts as they change.',
    S13: 'It shows no entry of the docket, on a busy day as on a quiet one.',
  },
});
