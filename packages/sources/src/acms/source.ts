import { courtById } from '@vigil/dockets';
import { days, defineSource, hours } from '@vigil/source-kit';
import { acmsParams, docketOfPage, type AcmsParams } from './params.js';
import { parseAcmsDocket } from './parse.js';

/**
 * A docket of ACMS, the docket system of the Second and Ninth Circuits, as the JSON that its page holds in the browser
 * (`sessionStorage.caseSummary`: `{ caseDetails, docketInfo }`). It stands behind PACER's log-in and fees, so a person opens
 * the page and saves that JSON, and `vigil import` reads it; this Source never logs in anywhere. Its parameters throw
 * UNKNOWN_COURT.
 */
export default defineSource<AcmsParams>({
  id: 'acms',
  version: 1,
  kind: 'listing',
  about: {
    title: 'Dockets of the Second and Ninth Circuits (ACMS)',
    homepage: 'https://pacer.uscourts.gov/',
    access:
      'Behind PACER’s log-in, for a fee: a person opens the page, saves the JSON that it holds (sessionStorage.caseSummary), and imports it.',
    proved: {
      recorded: 'Five dockets of both courts, 95 entries, equal to what the reference reads.',
      simulated:
        'That a docket and a feed of one court meet entry for entry: no feed with entries of ACMS was ever recorded.',
    },
  },
  schedule: { every: hours(24), atMost: hours(1) },
  params: acmsParams,
  paramsOfPage: docketOfPage,
  describe: ({ court, docketNumber }) => `Docket of ${docketNumber}, ${courtById(court).name} (ACMS)`,
  court: ({ court }) => court,
  plan: ({ court, docketNumber }) => ({
    url: `https://${court}-showdoc.azurewebsites.us/${docketNumber}`,
    accept: 'application/json',
  }),
  parse: parseAcmsDocket,
  canonical: (body) => body,
  access: 'attended',
  expects: { empty: 'never', quiet: days(180) },
});
