import { days, defineSource, hours, minutes, type PlannedRequest } from '@vigil/source-kit';
import { searchParams, type SearchParams } from './params.js';
import { fields, parseDocuments, perPage } from './parse.js';

function plan({ agencies, term, type }: SearchParams): PlannedRequest {
  const url = new URL('https://www.federalregister.gov/api/v1/documents.json');
  const asked: readonly (readonly [string, string])[] = [
    ['per_page', String(perPage)],
    ['order', 'newest'],
    ...fields.map((field) => ['fields[]', field] as const),
    ...agencies.map((agency) => ['conditions[agencies][]', agency] as const),
    ...(term === null ? [] : [['conditions[term]', term] as const]),
    ...type.map((name) => ['conditions[type][]', name] as const),
  ];
  for (const [name, value] of asked) url.searchParams.append(name, value);
  return { url: url.href, accept: 'application/json' };
}

function describe({ agencies, term, type }: SearchParams): string {
  const parts = [agencies.join(', '), term === null ? '' : `“${term}”`, type.join(', ')];
  return `Federal Register: ${parts.filter((part) => part !== '').join(' · ')}`;
}

/**
 * Rules, proposed rules, notices and presidential documents of the Federal Register that are of some agencies or hold some
 * words: the newest 500, by its public API (version 1). A document that two searches find is one.
 */
export default defineSource<SearchParams>({
  id: 'federal-register',
  version: 1,
  kind: 'feed',
  about: {
    title: 'Federal Register (API)',
    homepage: 'https://www.federalregister.gov/developers/documentation/api/v1',
    access: 'Public and free, without a key; published for readers of any kind.',
    proved: {
      simulated:
        'Invented answers in the form that the API’s documentation describes, over HTTP. No answer of the live API was recorded for it.',
    },
  },
  schedule: { every: hours(1), atMost: minutes(10) },
  // An issue a working day, of some hundred documents of all agencies together: 500 hold the latest whole one at least.
  window: days(1),
  params: searchParams,
  describe,
  court: () => 'fedreg',
  plan,
  parse: parseDocuments,
  canonical: (body) => body,
  access: 'open',
  expects: { empty: 'proved', quiet: days(30) },
});
