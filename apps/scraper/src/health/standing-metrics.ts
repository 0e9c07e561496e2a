import type { Database } from '@vigil/db';
import type { CheckQueue } from '@vigil/queue';
import { Gauge, type Registry } from 'prom-client';
import { answerInTime } from './answer-in-time.js';
import { countSchedules } from './count-schedules.js';

/**
 * Adds what is looked up at each scrape: the depth of the queue and the state of the schedules. What could not be
 * asked is NaN, which is Prometheus' word for it; the other figures are told all the same.
 */
export function addStandingMetrics(
  registry: Registry,
  { db, queue }: { readonly db: Database; readonly queue: CheckQueue },
): void {
  const registers = [registry];
  const jobs: Gauge<'state'> = new Gauge({
    name: 'vigil_queue_checks',
    help: 'Checks in the queue, by state (waiting, active, delayed, failed); the same of every scraper',
    labelNames: ['state'],
    registers,
    collect: async () => {
      const counts = await answerInTime(queue.counts());
      for (const state of ['waiting', 'active', 'delayed', 'failed'] as const)
        jobs.set({ state }, counts?.[state] ?? Number.NaN);
    },
  });
  const schedules: Gauge<'state'> = new Gauge({
    name: 'vigil_schedules',
    help: 'Targets that somebody watches, by state (on_time, overdue); the same of every scraper',
    labelNames: ['state'],
    registers,
    collect: async () => {
      const counts = await answerInTime(countSchedules(db));
      schedules.set({ state: 'on_time' }, counts?.onTime ?? Number.NaN);
      schedules.set({ state: 'overdue' }, counts?.overdue ?? Number.NaN);
    },
  });
}
