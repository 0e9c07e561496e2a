import type { AnySource } from '@vigil/source-kit';
import { outcomeOf } from '../outcome.js';
import { rowsOf } from '../rows.js';
import type { Specimen } from '../specimen.js';

const megabyte = 1_000_000;
const runs = 3;

/** Processor time that a megabyte of such pages costs: the specimen's rows again and again, the least of three readings. */
export function millisecondsPerMegabyte(source: AnySource, specimen: Specimen): number {
  const { rows, with: page } = rowsOf(specimen.page.body);
  const size = rows.reduce((sum, row) => sum + row.length, 0);
  if (size === 0) return 0;
  const body = page(Array.from({ length: Math.ceil(megabyte / size) }, () => rows).flat());
  const times = Array.from({ length: runs }, () => {
    const before = process.cpuUsage();
    outcomeOf(source, specimen, { body });
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  });
  return (Math.min(...times) * megabyte) / body.length;
}
