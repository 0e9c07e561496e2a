import type { GateWait } from '@vigil/fetcher';
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

/** A Check that ended. */
export interface EndedCheck {
  /** Empty where it ended before its Source was known. */
  readonly source: string;
  /** NEWS, NO_NEWS, NOT_YET, the code of its error, or ABORTED where it was told to stop. */
  readonly outcome: string;
  readonly seconds: number;
}

/** From a Check on loopback to one that sits out its patience. Seconds. */
const checkBuckets = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120];
/** The host gate waits half a minute at most before it gives the Check back. Seconds. */
const waitBuckets = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30];
/** Feeds are built every few minutes to once an hour, and hold an item for a day. Seconds. */
const lagBuckets = [1, 5, 15, 60, 300, 900, 1_800, 3_600, 7_200, 21_600, 86_400];

/** What a scraper counts. No label names a person, a Case or a query. */
export class ScraperMetrics {
  readonly registry = new Registry();
  readonly #checks = new Counter({
    name: 'vigil_checks_total',
    help: 'Checks that ended, by Source and outcome (NEWS, NO_NEWS, NOT_YET, ABORTED or the code of an error)',
    labelNames: ['source', 'outcome'],
    registers: [this.registry],
  });
  readonly #durations = new Histogram({
    name: 'vigil_check_duration_seconds',
    help: 'How long Checks took, waits at the host gate included',
    labelNames: ['source'],
    buckets: checkBuckets,
    registers: [this.registry],
  });
  readonly #entryLag = new Histogram({
    name: 'vigil_entry_lag_seconds',
    help: 'From the time at which the court entered a docket entry to the record of its Event',
    buckets: lagBuckets,
    registers: [this.registry],
  });
  readonly #gateWaits = new Histogram({
    name: 'vigil_gate_wait_seconds',
    help: 'Waits at the host gate that ended in a pass, by registrable domain',
    labelNames: ['domain'],
    buckets: waitBuckets,
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** Counts a Check. */
  checkEnded({ source, outcome, seconds }: EndedCheck): void {
    this.#checks.inc({ source, outcome });
    this.#durations.observe({ source }, seconds);
  }

  /** Counts an Event that is new. A court whose clock is ahead of ours has a lag of none. */
  entryRecorded(lagSeconds: number): void {
    this.#entryLag.observe(Math.max(0, lagSeconds));
  }

  /** Counts a wait at the host gate. */
  gateWaited({ domain, waitedMs }: GateWait): void {
    this.#gateWaits.observe({ domain }, waitedMs / 1_000);
  }
}
