import { courtById } from '@vigil/dockets';
import { days, defineSource, hours, minutes, type PlannedRequest } from '@vigil/source-kit';
import { courtListenerParams, courtThere, type CourtListenerParams } from './params.js';
import { parseEntries } from './parse.js';

/**
 * The entries that changed last: new ones, and old ones whose words were filled in or mended. The filters by court and case let
 * CourtListener itself say that the docket is the one that is meant. The texts of documents, which are large, stay there.
 */
function plan({ docket, court, caseId }: CourtListenerParams): PlannedRequest {
  const url = new URL('https://www.courtlistener.com/api/rest/v4/docket-entries/');
  url.searchParams.set('docket', docket);
  url.searchParams.set('docket__court', courtThere(court));
  if (caseId !== undefined) url.searchParams.set('docket__pacer_case_id', caseId);
  url.searchParams.set('order_by', '-date_modified');
  url.searchParams.set('omit', 'recap_documents__plain_text');
  return { url: url.href, accept: 'application/json', credential: 'courtlistener' };
}

/**
 * One docket as CourtListener (Free Law Project) has it: what its readers brought from PACER, and what courts' feeds say. A page
 * shows the twenty entries that changed last, so that a longer docket is read in part. Its parameters throw UNKNOWN_COURT.
 */
export default defineSource<CourtListenerParams>({
  id: 'courtlistener',
  version: 1,
  kind: 'listing',
  about: {
    title: 'Dockets at CourtListener (RECAP)',
    homepage: 'https://www.courtlistener.com/help/api/rest/pacer/',
    access: 'With the token of an account that Free Law Project let read docket entries; docs/courtlistener.md.',
    proved: {
      simulated: 'Invented answers in the shape that its documentation and its public code give; none was recorded.',
    },
  },
  schedule: { every: hours(6), atMost: minutes(30) },
  budget: { perMinute: 5, perHour: 50, perDay: 125 },
  params: courtListenerParams,
  describe: ({ docket, court, docketNumber }) =>
    `Docket ${docket} at CourtListener: ${docketNumber}, ${courtById(court).name}`,
  court: ({ court }) => court,
  plan,
  refusal: (status) =>
    status === 401
      ? 'CourtListener does not know the token: VIGIL_COURTLISTENER_TOKEN must be that of an account'
      : 'CourtListener knows the token, and does not let its account read docket entries: ask Free Law Project for access',
  parse: parseEntries,
  canonical: (body) => body,
  access: 'open',
  expects: { empty: 'never', quiet: days(180) },
});
