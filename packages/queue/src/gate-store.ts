import type { GateState, GateStore } from '@vigil/fetcher';
import type { Pool } from 'pg';
import type { ReportError } from './check-queue.js';
import type { GateCells } from './gate-cells.js';
import { postgresGateCells } from './postgres-gate.js';
import { openRedisGateCells } from './redis-gate.js';

/** Where the gate's states are shared. */
export interface GateStoreOptions {
  /** Of `openDatabase`: the states are kept there where `redisUrl` is null. */
  readonly pool: Pool;
  readonly redisUrl: string | null;
  /** Hears of what throws nothing: a Redis that does not tell whether it is safe. */
  readonly onError: ReportError;
}

/** A store that all processes share. */
export interface SharedGateStore extends GateStore {
  close(): Promise<void>;
}

/**
 * Opens the store that makes ten scrapers as polite as one. Throws QUEUE_UNREACHABLE or QUEUE_UNSAFE, and from then on
 * QUEUE_UNREACHABLE, or DATABASE_UNREACHABLE where the states are kept in Postgres, whenever it does not answer.
 *
 * A step reads a state, and writes the next one only if it is still that state: no lock is held meanwhile, so that a
 * process that hangs keeps nobody waiting.
 */
export async function openGateStore({ pool, redisUrl, onError }: GateStoreOptions): Promise<SharedGateStore> {
  const cells: GateCells = redisUrl === null ? postgresGateCells(pool) : await openRedisGateCells(redisUrl, onError);
  return {
    async transact(domain, step) {
      for (;;) {
        const { text, now } = await cells.read(domain);
        const before = text === null ? null : (JSON.parse(text) as GateState);
        const { state, result } = step(before, now);
        if (state === before || (await cells.replace(domain, text, JSON.stringify(state)))) return result;
      }
    },
    recallRobots: (origin) => cells.recallRobots(origin),
    keepRobots: (origin, robots, ms) => cells.keepRobots(origin, robots, ms),
    close: () => cells.close(),
  };
}
