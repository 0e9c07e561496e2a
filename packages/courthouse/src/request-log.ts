/** One request that reached the courthouse. */
export interface RequestLogEntry {
  /** When it came, in epoch milliseconds of real time. */
  readonly time: number;
  readonly host: string;
  /** Path and query. */
  readonly path: string;
  /** What was answered; null while, or because, nothing was. */
  readonly status: number | null;
  /** How many requests the host was answering when this one came, this one included. */
  readonly concurrent: number;
}

/** A host that was asked more often than allowed. */
export interface BudgetOverrun {
  readonly host: string;
  /** Requests in the worst minute. */
  readonly requests: number;
  /** When that minute began, in epoch milliseconds of real time. */
  readonly from: number;
}

/** Older requests are forgotten, so that a simulator may run for months. */
const kept = 100_000;

/** Every request, in the order of arrival, and how many each host is answering. */
export class RequestLog {
  readonly #entries: { -readonly [K in keyof RequestLogEntry]: RequestLogEntry[K] }[] = [];
  readonly #open = new Map<string, number>();

  get entries(): readonly RequestLogEntry[] {
    return this.#entries;
  }

  /** Notes a request; the function it gives back notes its end and the status that was sent, if one was. */
  begin(host: string, path: string): (status: number | null) => void {
    const concurrent = (this.#open.get(host) ?? 0) + 1;
    this.#open.set(host, concurrent);
    const entry = { time: Date.now(), host, path, status: null as number | null, concurrent };
    this.#entries.push(entry);
    if (this.#entries.length > kept) this.#entries.shift();
    return (status) => {
      entry.status = status;
      this.#open.set(host, (this.#open.get(host) ?? 1) - 1);
    };
  }

  /** The hosts that had more than `perMinute` requests in some sixty seconds, each with its worst minute. */
  budgetExceeded(perMinute: number): readonly BudgetOverrun[] {
    const worst = new Map<string, BudgetOverrun>();
    for (const [host, times] of this.#timesByHost()) {
      let first = 0;
      for (const [last, time] of times.entries()) {
        while ((times[first] ?? time) <= time - 60_000) first += 1;
        const requests = last - first + 1;
        if (requests > Math.max(perMinute, worst.get(host)?.requests ?? 0)) {
          worst.set(host, { host, requests, from: times[first] ?? time });
        }
      }
    }
    return [...worst.values()];
  }

  #timesByHost(): ReadonlyMap<string, readonly number[]> {
    const times = new Map<string, number[]>();
    for (const { host, time } of this.#entries) {
      const ofHost = times.get(host);
      if (ofHost === undefined) times.set(host, [time]);
      else ofHost.push(time);
    }
    return times;
  }
}
