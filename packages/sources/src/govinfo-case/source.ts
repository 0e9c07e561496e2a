import { courtById } from '@vigil/dockets';
import { days, defineSource, hours } from '@vigil/source-kit';
import { caseParams, packageOf, type CaseParams } from './params.js';
import { parsePackage } from './parse.js';

/** When the publisher's record of the package was made and changed, which says nothing of the case. */
const recordInfo = /<recordInfo>[\s\S]{0,5000}?<\/recordInfo>/;

/**
 * The opinions of one case as GovInfo publishes them, by the metadata (MODS) of its package in the collection USCOURTS: their
 * days, and the words of their docket entries, which feeds leave out. Its parameters throw UNKNOWN_COURT, NO_FEED.
 */
export default defineSource<CaseParams>({
  id: 'govinfo-case',
  version: 1,
  kind: 'listing',
  about: {
    title: 'Opinions of one case (GovInfo)',
    homepage: 'https://www.govinfo.gov/app/collection/uscourts',
    access:
      'Public and free, without a key; published for readers of any kind. Some courts only, and a day or more after the court. A case without an opinion has no package.',
    proved: {
      simulated: 'Invented metadata over HTTP, in the shape of packages of 2006 to 2015. None was recorded for it.',
    },
  },
  schedule: { every: hours(12), atMost: hours(1) },
  params: caseParams,
  describe: ({ court, docketNumber }) => `Opinions of ${docketNumber}, ${courtById(court).name} (GovInfo)`,
  court: ({ court }) => court,
  plan: (params) => ({
    url: `https://www.govinfo.gov/metadata/pkg/${packageOf(params)}/mods.xml`,
    accept: 'application/xml, text/xml',
  }),
  parse: parsePackage,
  canonical: (body) => Buffer.from(Buffer.from(body).toString('latin1').replace(recordInfo, ''), 'latin1'),
  access: 'open',
  expects: { empty: 'never', quiet: days(180) },
  bypass: {
    S09: 'The words of a docket entry stand twice in the metadata, so that no word can change alone; its own test changes both.',
  },
});
