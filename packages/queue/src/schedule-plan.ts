import { createHash } from 'node:crypto';
import type { WantedSchedule } from './check-queue.js';

/** A job scheduler as BullMQ lists it. */
export interface ExistingSchedule {
  readonly key: string;
  /** When it is due next, in milliseconds since 1970. */
  readonly next: number;
}

/** What must be done so that the schedules are as wanted. */
export interface SchedulePlan {
  readonly add: readonly WantedSchedule[];
  /** Those with another period, and those that are overdue. */
  readonly change: readonly WantedSchedule[];
  /** Keys to remove: of gone Targets and of former periods. */
  readonly drop: readonly string[];
  /** Targets nobody wants any more. */
  readonly gone: readonly string[];
}

/** A schedule this late has lost its tick, or its workers are far behind: to write it again harms neither. */
const overdueMs = 60_000;

/** The key of a schedule says all there is to know of it, so that one list of keys shows what must be done. */
export function scheduleKey({ targetId, everyMs }: WantedSchedule): string {
  return `${targetId}@${everyMs}`;
}

/**
 * The slot of a Target within its period, in milliseconds from 1: always the same, and spread evenly
 * over the Targets, so that those of one period do not fall due together.
 */
export function slotOf({ targetId, everyMs }: WantedSchedule): number {
  const hash = createHash('sha256').update(targetId).digest().readUIntBE(0, 6);
  return 1 + (hash % Math.max(everyMs - 1, 1)); // 0 would mean "no offset" to BullMQ
}

/** Compares what is wanted with what exists at `now`, in milliseconds since 1970. */
export function planSchedules(
  wanted: readonly WantedSchedule[],
  existing: readonly ExistingSchedule[],
  now: number,
): SchedulePlan {
  const inTime = new Set(existing.filter(({ next }) => next >= now - overdueMs).map(({ key }) => key));
  const known = new Set(existing.map(({ key }) => key.slice(0, key.lastIndexOf('@'))));
  const wantedKeys = new Set(wanted.map(scheduleKey));
  const wantedTargets = new Set(wanted.map(({ targetId }) => targetId));
  return {
    add: wanted.filter(({ targetId }) => !known.has(targetId)),
    change: wanted.filter((schedule) => known.has(schedule.targetId) && !inTime.has(scheduleKey(schedule))),
    drop: existing.map(({ key }) => key).filter((key) => !wantedKeys.has(key)),
    gone: [...known].filter((targetId) => !wantedTargets.has(targetId)),
  };
}
