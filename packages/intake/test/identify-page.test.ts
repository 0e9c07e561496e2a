import { sources } from '@vigil/sources';
import { sharedFolder } from '@vigil/tooling/testing';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { identifyPage } from '../src/identify-page.js';

/** For each Source, how many pages of a kind it alone knows; for what none knows, or several do, how many end in which error. */
function known(kind: string, extension: string, court?: string): Readonly<Record<string, number>> {
  const folder = join(sharedFolder('conformance'), kind);
  const counts: Record<string, number> = {};
  for (const file of readdirSync(folder).filter((name) => name.endsWith(extension))) {
    const page = { source: null, court: court ?? file.split(/[_.]/)[0]!, bytes: readFileSync(join(folder, file)) };
    let who: string;
    try {
      who = identifyPage(sources, page).source.id;
    } catch (error) {
      who = String((error as { code?: string }).code);
    }
    counts[who] = (counts[who] ?? 0) + 1;
  }
  return counts;
}

describe('a recorded page is known by one Source, and by no other', () => {
  it.each([
    ['docket_history_reports', '.html', { 'cmecf-history': 65 }],
    // A page that says “Case not found.” is of no case.
    ['case_queries', '.html', { 'case-query': 24, NOT_A_DOCKET: 1 }],
    ['dockets_district', '.html', { 'cmecf-docket': 36, NOT_A_DOCKET: 1 }],
    ['dockets_bankruptcy', '.html', { 'cmecf-docket': 251 }],
    ['dockets_special', '.html', { 'cmecf-docket': 2 }],
    ['not_dockets', '.html', { NOT_A_DOCKET: 10 }],
    ['rss_feeds', '.xml', { 'cmecf-rss': 8 }],
  ] as const)('%s', (kind, extension, wanted) => {
    expect(known(kind, extension)).toEqual(wanted);
  });

  it('dockets of the Supreme Court', () => {
    expect(known('scotus_json', '.compare.json', 'scotus')).toEqual({ 'scotus-docket': 5 });
  });
});
