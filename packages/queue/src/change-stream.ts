/**
 * The stream of Redis by which processes hear that there are Changes. An entry bears the number of a Change and the
 * number up to which its publisher had told before; it carries no data, since the truth is in the log.
 */
import type { Redis } from 'ioredis';
import { keyPrefix } from './keys.js';

const streamKey = `${keyPrefix}:changes`;
/** Whoever falls further behind sees a gap, and finds in the log what it missed. */
const keptEntries = 1_000;

/** That the log has grown to `seq`, after `previous`. */
export interface StreamEntry {
  readonly seq: number;
  readonly previous: number;
}

type RawEntry = readonly [id: string, fields: readonly string[]];

const seqOf = (id: string): number => Number(id.slice(0, id.indexOf('-')));
const entryOf = ([id, fields]: RawEntry): StreamEntry => ({ seq: seqOf(id), previous: Number(fields[1]) });

/** Number of the latest Change that the stream tells of; null where it tells of none. */
export async function latestInStream(redis: Redis): Promise<number | null> {
  const [latest] = await redis.xrevrange(streamKey, '+', '-', 'COUNT', 1);
  return latest === undefined ? null : seqOf(latest[0]);
}

/** Adds an entry; false where the stream tells of this or of a later Change already. */
export async function addToStream(redis: Redis, { seq, previous }: StreamEntry): Promise<boolean> {
  try {
    await redis.xadd(streamKey, 'MAXLEN', '~', keptEntries, `${seq}-0`, 'previous', previous);
    return true;
  } catch (error) {
    if (error instanceof Error && error.message.includes('equal or smaller')) return false;
    throw error;
  }
}

/** The entries after one, waiting `ms` milliseconds for the first. */
export async function readStream(redis: Redis, after: number, ms: number): Promise<readonly StreamEntry[]> {
  const read = await redis.xread('COUNT', 500, 'BLOCK', ms, 'STREAMS', streamKey, `${after}-0`);
  return (read?.[0]?.[1] ?? []).map(entryOf);
}

/** Forgets the stream. */
export async function dropStream(redis: Redis): Promise<void> {
  await redis.del(streamKey);
}
