import type { Database } from '@vigil/db';
import type { AnySource } from '@vigil/source-kit';
import type { ChangeFeed } from '../changes/change-feed.js';
import type { RecentMutations } from '../watching/recent-mutations.js';
import { createLoaders, type Loaders } from './loaders.js';

/** What all requests share. */
export interface Rooms {
  readonly db: Database;
  readonly feed: ChangeFeed;
  /** Whose Watches are seen and changed. */
  readonly organisationId: string;
  readonly sources: ReadonlyMap<string, AnySource>;
  readonly recent: RecentMutations;
  /** Asks for a Check; `queued` is false where one was under way already. */
  readonly checkNow: (targetId: string) => Promise<{ readonly queued: boolean }>;
}

/** What the resolvers of one request are given. */
export interface Context extends Rooms {
  readonly loaders: Loaders;
}

/** Makes the context of one request, or of one Change that is told. */
export function createContext(rooms: Rooms): Context {
  return { ...rooms, loaders: createLoaders(rooms.db, rooms.organisationId) };
}
