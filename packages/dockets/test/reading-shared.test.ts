import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { VigilError } from '@vigil/errors';
import { sharedFolder } from '@vigil/tooling/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kinds, type Kind, type KindName } from '../src/index.js';
import { wounded } from './wounds.js';

const names: readonly KindName[] = [
  'attachment_pages',
  'appellate_attachment_pages',
  'acms_attachment_pages',
  'nef_s3',
  'nef_html',
  'nda',
  'scotus_json',
  'scotus_html',
  'scotus_htm',
  'scotus_email',
  'dockets_appellate',
  'not_appellate_dockets',
  'dockets_acms',
  'dockets_district',
  'dockets_bankruptcy',
  'dockets_special',
  'not_dockets',
  'docket_history_reports',
  'case_queries',
];
const filesOfKind = 8;
const woundsOfFile = 12;

/** CPU time in milliseconds, the less of two runs, of what may throw typed errors only. */
function cost(read: () => unknown): number {
  const runs = [0, 1].map(() => {
    const before = process.cpuUsage();
    try {
      read();
    } catch (error) {
      if (!(error instanceof VigilError)) throw error;
    }
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  });
  return Math.min(...runs);
}

describe('a real file that was damaged', () => {
  it.each(names)('is read or refused in time: %s', (name) => {
    const folder = sharedFolder('conformance');
    const kind: Kind = kinds[name];
    const manifest = JSON.parse(readFileSync(join(folder, 'MANIFEST.json'), 'utf8')) as {
      kind: string;
      input: string;
    }[];
    for (const { input } of manifest.filter((row) => row.kind === name).slice(0, filesOfKind)) {
      const bytes = readFileSync(join(folder, name, input));
      const origin = { court: /^[a-z]+\d*/.exec(input)?.[0] ?? 'scotus', name: input };
      const normal = cost(() => kind.read(bytes, origin));
      fc.assert(
        fc.property(wounded(bytes), (damaged) => {
          // What nests or repeats badly costs seconds; a busy machine some times the usual.
          const allowed = 3 * normal + (damaged.length / 1e6) * 150 + 200;
          expect(cost(() => kind.read(damaged, origin))).toBeLessThan(allowed);
          expect(() => kind.toJuriscraper(damaged, origin)).not.toThrow();
        }),
        { numRuns: woundsOfFile },
      );
    }
  });
});
