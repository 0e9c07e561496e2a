import { days, defineSource, hours, minutes } from '@vigil/source-kit';
import { withoutCreationDate } from './canonical.js';
import { court, docketOfJson, scotusParams, type ScotusParams } from './params.js';
import { parseScotus } from './parse.js';

/**
 * The docket of a case of the Supreme Court, as its site gives it in JSON: all proceedings and orders, with links to what
 * was filed. A number that the court has not given is FETCH_NOT_FOUND.
 */
export default defineSource<ScotusParams>({
  id: 'scotus-docket',
  version: 1,
  kind: 'listing',
  about: {
    title: 'Dockets of the Supreme Court of the United States',
    homepage: 'https://www.supremecourt.gov/docket/docket.aspx',
    access: 'Public and free, without log-in; an hour apart, and never within 15 minutes.',
    proved: {
      recorded: 'Dockets of five cases as their JSON was saved, 84 entries, equal to what the reference reads.',
    },
  },
  schedule: { every: hours(1), atMost: minutes(15) },
  params: scotusParams,
  paramsOfPage: docketOfJson,
  describe: ({ docketNumber }) => `Docket of ${docketNumber}, ${court.name}`,
  court: () => court.id,
  plan: ({ docketNumber }) => ({
    url: `https://www.supremecourt.gov/RSS/Cases/JSON/${docketNumber}.json`,
    accept: 'application/json',
  }),
  parse: parseScotus,
  canonical: withoutCreationDate,
  access: 'open',
  expects: { empty: 'never', quiet: days(180) },
});
