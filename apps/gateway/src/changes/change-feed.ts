/**
 * The log of Changes, as a process follows it for all its subscribers. The truth is in PostgreSQL; a ring of the
 * latest Changes spares it the reading of each of them by each subscriber. A subscriber is only a number, and
 * whoever falls behind the ring reads from the database, a page at a time.
 */
import { changesAfter, headOfChanges, type Database } from '@vigil/db';
import { Slots } from './slots.js';
import { TimelineChange } from './timeline-change.js';

const ringSize = 2_048;
const pageSize = 500;
/** Database connections that followers may use at once; the queries need some too. */
const slots = 3;

/** Changes in order, and the number up to which there are no others. */
export interface ChangeBatch {
  readonly changes: readonly TimelineChange[];
  readonly upTo: number;
}

/** What a feed needs. */
export interface ChangeFeedOptions {
  readonly db: Database;
  /** Told of errors that reach no reader: what failed is tried again at the next bell. */
  readonly onError: (error: unknown) => void;
}

/** One feed a process. */
export class ChangeFeed {
  readonly #db: Database;
  readonly #onError: (error: unknown) => void;
  readonly #slots = new Slots(slots);
  readonly #listeners = new Set<() => void>();
  /** Holds every Change after `#floor`, up to `#head`. */
  #ring: TimelineChange[] = [];
  #floor: number;
  #head: number;
  #running: Promise<void> | null = null;
  #again = false;

  private constructor({ db, onError }: ChangeFeedOptions, head: number) {
    this.#db = db;
    this.#onError = onError;
    this.#floor = head;
    this.#head = head;
  }

  /** Begins at the present. */
  static async open(options: ChangeFeedOptions): Promise<ChangeFeed> {
    return new ChangeFeed(options, await headOfChanges(options.db));
  }

  /** Number of the latest Change that is known here; every Change up to it is committed. */
  get head(): number {
    return this.#head;
  }

  /** Number from which on the ring holds every Change. */
  get floor(): number {
    return this.#floor;
  }

  /** How many follow. */
  get followers(): number {
    return this.#listeners.size;
  }

  /** Says that the log may have grown. Returns at once. */
  bell(): void {
    this.#again = true;
    this.#running ??= this.#advance();
  }

  /** Calls `wake` after each look at the log, until the returned function is called. */
  listen(wake: () => void): () => void {
    this.#listeners.add(wake);
    return () => this.#listeners.delete(wake);
  }

  /** The next Changes after a number, `limit` at most; `null` where there are none yet. */
  async read(after: number, limit: number): Promise<ChangeBatch | null> {
    if (after >= this.#head) return null;
    const upTo = this.#head;
    const changes =
      after >= this.#floor ? this.#readRing(after, limit) : await this.spare(() => this.#readLog(after, upTo, limit));
    return { changes, upTo: changes.length < limit ? upTo : changes.at(-1)!.row.seq };
  }

  /** Runs a query for a follower, when followers have not too many under way. */
  spare<T>(query: () => Promise<T>): Promise<T> {
    return this.#slots.run(query);
  }

  /** Tells of an error that a follower will get over by itself. */
  report(error: unknown): void {
    this.#onError(error);
  }

  /** Waits for the look that is under way. */
  async close(): Promise<void> {
    this.#again = false;
    this.#listeners.clear();
    await this.#running;
  }

  async #advance(): Promise<void> {
    do {
      this.#again = false;
      await this.#look().catch(this.#onError);
      for (const wake of this.#listeners) wake();
    } while (this.#again);
    this.#running = null;
  }

  async #look(): Promise<void> {
    const head = await headOfChanges(this.#db);
    if (this.#listeners.size === 0) {
      // Nobody follows: whoever comes reads the gap from the log.
      this.#ring = [];
      this.#floor = this.#head = head;
    }
    while (this.#head < head) {
      const page = await this.#readLog(this.#head, head, pageSize);
      this.#push(page);
      this.#head = page.length < pageSize ? head : page.at(-1)!.row.seq;
    }
  }

  #push(page: readonly TimelineChange[]): void {
    this.#ring.push(...page);
    const gone = this.#ring.length - ringSize;
    if (gone > 0) this.#floor = this.#ring.splice(0, gone).at(-1)!.row.seq;
  }

  #readRing(after: number, limit: number): readonly TimelineChange[] {
    let low = 0;
    let high = this.#ring.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#ring[middle]!.row.seq <= after) low = middle + 1;
      else high = middle;
    }
    return this.#ring.slice(low, low + limit);
  }

  async #readLog(after: number, upTo: number, limit: number): Promise<readonly TimelineChange[]> {
    return (await changesAfter(this.#db, after, upTo, limit)).map((row) => new TimelineChange(row));
  }
}
