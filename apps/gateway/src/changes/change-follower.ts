import type { ChangeFeed } from './change-feed.js';
import { toFeedCursor } from './feed-cursor.js';
import { StreamCaughtUp } from './stream-marks.js';
import type { TimelineChange } from './timeline-change.js';

/** Changes that a follower holds at most. */
const batchSize = 100;

/** Which of these Changes a follower is told, in the same order. */
export type ChangeMatcher = (changes: readonly TimelineChange[]) => Promise<readonly TimelineChange[]>;

/** Where a follower begins. */
export interface FollowOptions {
  readonly feed: ChangeFeed;
  readonly match: ChangeMatcher;
  /** Number of the last Change that it knows. */
  readonly after: number;
  /** Number of the latest Change as it begins. */
  readonly present: number;
}

type Item = TimelineChange | StreamCaughtUp;
type Result = IteratorResult<Item, undefined>;

/**
 * One subscriber: a place in the log and a small batch. Whoever is slow holds no more than that. Written
 * out, because the `return()` of a generator function would wait for the next Change before it ends.
 */
export class ChangeFollower implements AsyncIterableIterator<Item, undefined> {
  readonly #feed: ChangeFeed;
  readonly #match: ChangeMatcher;
  readonly #present: number;
  readonly #unlisten: () => void;
  /** Every Change up to here has been told, or is in the batch. */
  #position: number;
  #batch: readonly TimelineChange[] = [];
  #next = 0;
  #caughtUp = false;
  #done = false;
  #news = false;
  #wake: () => void = () => undefined;

  constructor({ feed, match, after, present }: FollowOptions) {
    this.#feed = feed;
    this.#match = match;
    this.#present = present;
    this.#position = after;
    this.#unlisten = feed.listen(() => this.#ring());
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<Result> {
    for (;;) {
      if (this.#done) return { done: true, value: undefined };
      const change = this.#batch[this.#next];
      if (!this.#caughtUp && (change ? change.row.seq > this.#present : this.#position >= this.#present)) {
        this.#caughtUp = true;
        return { done: false, value: new StreamCaughtUp(toFeedCursor(this.#present)) };
      }
      if (change) {
        this.#next += 1;
        return { done: false, value: change };
      }
      await this.#fill();
    }
  }

  async return(): Promise<Result> {
    this.#done = true;
    this.#batch = [];
    this.#unlisten();
    this.#wake();
    return { done: true, value: undefined };
  }

  async throw(error: unknown): Promise<Result> {
    await this.return();
    throw error;
  }

  async #fill(): Promise<void> {
    this.#news = false;
    try {
      const read = await this.#feed.read(this.#position, batchSize);
      if (read) {
        this.#batch = await this.#match(read.changes);
        this.#next = 0;
        this.#position = read.upTo;
        return;
      }
    } catch (error) {
      // The database will be back: the next bell tries again, and nothing was skipped.
      this.#feed.report(error);
      this.#news = false;
    }
    if (this.#news || this.#done) return;
    await new Promise<void>((resolve) => (this.#wake = resolve));
  }

  #ring(): void {
    this.#news = true;
    this.#wake();
  }
}
