import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sharedFolder } from '@vigil/tooling/testing';
import type { KindName } from '../src/index.js';

/** How well a kind's examples were read, as score.mjs of the conformance folder counts. */
export interface Score {
  readonly files: number;
  readonly answered: number;
  readonly exact: number;
  readonly f1: number;
}

/** Scores kinds on the shared examples. To be called inside a test, which is skipped where they are absent. */
export function scoresOf(...names: readonly KindName[]): Readonly<Record<string, Score>> {
  const conformance = sharedFolder('conformance');
  const folder = mkdtempSync(join(tmpdir(), 'vigil-score-'));
  try {
    const parse = `${process.execPath} ${fileURLToPath(new URL('programs/parse-kind.mjs', import.meta.url))}`;
    const report = join(folder, 'report.json');
    const wanted = names.flatMap((name) => ['--kind', name]);
    spawnSync(process.execPath, [join(conformance, 'score.mjs'), '--parse', parse, ...wanted, '--json', report]);
    return (JSON.parse(readFileSync(report, 'utf8')) as { kinds: Record<string, Score> }).kinds;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
