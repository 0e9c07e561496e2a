import type { JobsOptions } from 'bullmq';
import type { WantedSchedule } from './check-queue.js';
import type { JobQueue } from './jobs.js';
import { scheduleKey, slotOf, type ExistingSchedule } from './schedule-plan.js';

/** A tick lost to a passing error would cost its Target a whole period. */
const tickOptions = {
  removeOnComplete: true,
  removeOnFail: true,
  attempts: 5,
  backoff: { type: 'exponential', delay: 1_000 },
} as const satisfies JobsOptions;

/** All schedules, in one question: BullMQ's own list asks once more for each. */
export async function listSchedules(ticks: JobQueue): Promise<readonly ExistingSchedule[]> {
  const pairs = await ticks.getBackend().getJobSchedulersRange(0, -1, true);
  return pairs.flatMap((key, i) => (i % 2 === 0 ? [{ key, next: Number(pairs[i + 1]) }] : []));
}

/** Makes or renews the schedule of a Target. */
export async function writeSchedule(ticks: JobQueue, schedule: WantedSchedule): Promise<void> {
  await ticks.upsertJobScheduler(
    scheduleKey(schedule),
    { every: schedule.everyMs, offset: slotOf(schedule) },
    { name: 'tick', data: { targetId: schedule.targetId }, opts: tickOptions },
  );
}

/** Ends a schedule; a tick that is due already may still come. */
export async function dropSchedule(ticks: JobQueue, key: string): Promise<void> {
  await ticks.removeJobScheduler(key);
}
