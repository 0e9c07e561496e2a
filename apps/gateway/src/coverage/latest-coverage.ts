import type { TargetRow } from '@vigil/db';
import { sizeOf } from '../connection/page-window.js';
import type { Loaders } from '../context/loaders.js';
import { Coverage } from './coverage.js';

/** The latest spans of several Targets, in one list, newest first. Throws BAD_INPUT where `first` is out of bounds. */
export async function latestCoverage(
  loaders: Loaders,
  targets: readonly TargetRow[],
  first: number,
): Promise<readonly Coverage[]> {
  const size = sizeOf('first', first);
  const rows = await Promise.all(targets.map(({ id }) => loaders.coverage.load({ targetId: id, first: size })));
  const latest = rows.flat().sort((a, b) => (a.fromAt < b.fromAt ? 1 : a.fromAt > b.fromAt ? -1 : 0));
  return latest.slice(0, size).map((row) => new Coverage(row));
}
