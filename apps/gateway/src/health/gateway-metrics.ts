import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { StreamItem } from '../changes/stream-item.js';
import { StreamCaughtUp } from '../changes/stream-marks.js';
import { TimelineChange } from '../changes/timeline-change.js';

/** From a bell on loopback to a subscriber that hardly reads. Seconds. */
const lagBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60];

/** What a gateway counts. No label names a person, a Case or a query. */
export class GatewayMetrics {
  readonly registry = new Registry();
  readonly #deliveryLag = new Histogram({
    name: 'vigil_delivery_lag_seconds',
    help: 'From the record of a Change to its delivery to a subscriber that has caught up; one for each subscriber',
    buckets: lagBuckets,
    registers: [this.registry],
  });

  /** `followers` says how many follow the Changes as it is asked. */
  constructor(followers: () => number) {
    collectDefaultMetrics({ register: this.registry });
    const subscribers: Gauge = new Gauge({
      name: 'vigil_subscribers',
      help: 'Subscriptions that follow the Changes now',
      registers: [this.registry],
      collect: () => subscribers.set(followers()),
    });
  }

  /**
   * Watches one subscription: the function that it returns is told of each item as it is handed to the socket. What
   * is replayed to a subscriber that comes back is as old as its absence, and says nothing of us: it is not counted.
   */
  watchDelivery(): (item: StreamItem) => void {
    let caughtUp = false;
    return (item) => {
      if (item instanceof StreamCaughtUp) caughtUp = true;
      else if (caughtUp && item instanceof TimelineChange)
        // The database's clock may be ahead of ours.
        this.#deliveryLag.observe(Math.max(0, Date.now() - Date.parse(item.recordedAt)) / 1_000);
    };
  }
}
