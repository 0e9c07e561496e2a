/** Whether Vigil looks at what it is to look at. */
import type { CoverageRow, TargetRow } from '@vigil/db';
import { durationText } from '../terminal/duration.js';
import type { QueueFacts } from './database-facts.js';
import { fail, few, ok, warn, type Finding } from './finding.js';

/** So many of its periods may pass before a Target is overdue. */
const patience = 3;

/** Whether watched Targets are looked at as often as they should be. `now` in epoch milliseconds. */
export function checkSchedules(targets: readonly TargetRow[], now: number): Finding {
  const name = 'schedules';
  const late = targets.filter((target) => isOverdue(target, now));
  if (late.length > 0) {
    const found = `${late.length} of ${targets.length} Targets are overdue: ${few(late.map(({ title }) => title))}`;
    return fail(name, found, 'Does a scraper run? `vigil start` starts one; if it does, its log says why.');
  }
  // A scraper gives a Target its period when it takes it up.
  const unseen = targets.filter(({ everyMs, lastCheckedAt }) => everyMs === null || lastCheckedAt === null);
  if (unseen.length === 0) return ok(name, `${targets.length} Targets, none overdue`);
  return warn(
    name,
    `not taken up yet: ${few(unseen.map(({ title }) => title))}`,
    'Does a scraper run? `vigil start` starts one.',
  );
}

/** A publisher's Retry-After puts a Check off: that is obeyed, not late. */
function isOverdue({ lastCheckedAt, everyMs, notBefore }: TargetRow, now: number): boolean {
  if (lastCheckedAt === null || everyMs === null) return false;
  const due = Math.max(Date.parse(lastCheckedAt), notBefore === null ? 0 : Date.parse(notBefore));
  return now - due > patience * everyMs;
}

/** Whether Vigil can see its Targets. `latest` is each one's latest interval of Coverage, in the same order. */
export function checkSight(targets: readonly TargetRow[], latest: readonly (CoverageRow | undefined)[]): Finding {
  const blind = targets.flatMap(({ title }, index) => {
    const row = latest[index];
    return row?.state === 'BLIND' && row.toAt === null ? [`${title} (${row.reason ?? 'no reason'})`] : [];
  });
  if (blind.length === 0) return ok('sight', 'no Target is blind');
  return warn('sight', `blind: ${few(blind)}`, '`vigil coverage` says since when and why.');
}

const longWaitMs = 10 * 60_000;

/** Whether Checks are taken up. Null where there is no queue in sight. */
export function checkQueue(queue: QueueFacts | null): Finding {
  if (queue === null) return ok('queue', 'none yet');
  const { waiting, active, delayed, failed, longestWaitMs } = queue;
  const found = `${waiting} waiting, ${active} running, ${delayed} put off, ${failed} failed lately`;
  if (longestWaitMs === null || longestWaitMs < longWaitMs) return ok('queue', found);
  const wait = durationText(Math.round(longestWaitMs / 60_000) * 60_000);
  return warn(
    'queue',
    `${found}; one waits for ${wait}`,
    'Start a scraper, or another one, or raise VIGIL_CONCURRENCY.',
  );
}
