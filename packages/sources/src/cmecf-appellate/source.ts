import { courtById } from '@vigil/dockets';
import { days, defineSource, hours, type PlannedRequest } from '@vigil/source-kit';
import { withoutReceipt } from './canonical.js';
import { appellateParams, docketOfPage, type AppellateParams } from './params.js';
import { parseAppellateDocket } from './parse.js';

/** The full docket report of a case; `CaseSummary.jsp` alone shows the last ten entries. */
function plan({ court, docketNumber }: AppellateParams): PlannedRequest {
  const host = court === 'cavc' ? 'efiling.uscourts.cavc.gov' : `ecf.${court}.uscourts.gov`;
  const asked = new URLSearchParams({
    servlet: 'CaseSummary.jsp',
    caseNum: docketNumber,
    incOrigDkt: 'Y',
    incDktEntries: 'Y',
    fullDocketReport: 'Y',
  });
  return { url: `https://${host}/n/beam/servlet/TransportRoom?${asked.toString()}`, accept: 'text/html' };
}

/**
 * A docket of a federal court of appeals (CM/ECF, `TransportRoom`): the case, the case below, and the full text of each entry.
 * It stands behind PACER's log-in and fees, so a person opens and saves it, and `vigil import` reads it; this Source
 * never logs in anywhere. Its parameters throw UNKNOWN_COURT.
 */
export default defineSource<AppellateParams>({
  id: 'cmecf-appellate',
  version: 1,
  kind: 'listing',
  about: {
    title: 'Dockets of courts of appeals (CM/ECF)',
    homepage: 'https://pacer.uscourts.gov/',
    access: 'Behind PACER’s log-in, for a fee: a person opens and saves the page, and imports it.',
    proved: {
      recorded:
        'Eight dockets of seven courts, 161 entries, equal to what the reference reads; that row ids of a docket and of its feed count on in one row, in the Sixth Circuit.',
      simulated:
        'That a docket and a feed of one court meet entry for entry, by row id, number, document or day: no recorded feed has an entry of a recorded docket.',
    },
  },
  schedule: { every: hours(24), atMost: hours(1) },
  params: appellateParams,
  paramsOfPage: docketOfPage,
  describe: ({ court, docketNumber }) => `Docket of ${docketNumber}, ${courtById(court).name}`,
  court: ({ court }) => court,
  plan,
  parse: parseAppellateDocket,
  canonical: withoutReceipt,
  access: 'attended',
  expects: { empty: 'never', quiet: days(180) },
});
