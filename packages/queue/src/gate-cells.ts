/** Where the states of the host gate are kept: the few things a store must be able to do. */
import type { RobotsText } from '@vigil/fetcher';

/** A state as it is kept, and the time of the store's own clock, in milliseconds since 1970, not before it was read. */
export interface KeptState {
  readonly text: string | null;
  readonly now: number;
}

/** One state a domain, each replaced as a whole, and the robots.txt of each origin. */
export interface GateCells {
  read(domain: string): Promise<KeptState>;
  /** Puts `after` in the place of `before` (null: of nothing); false where the state is another by now. */
  replace(domain: string, before: string | null, after: string): Promise<boolean>;
  recallRobots(origin: string): Promise<RobotsText | null>;
  keepRobots(origin: string, robots: RobotsText, ms: number): Promise<void>;
  close(): Promise<void>;
}
