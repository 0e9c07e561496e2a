/** What a Redis (or Valkey) says of itself, and whether jobs are safe there. */
import { VigilError } from '@vigil/errors';
import type { Redis } from 'ioredis';

/** What is known of a Redis that answers; null where it does not tell. */
export interface RedisFacts {
  /** The version of Redis that it is, or is compatible with. */
  readonly version: string | null;
  /** `maxmemory-policy`: what it does when its memory is full. */
  readonly policy: string | null;
}

const oldestVersion = [6, 2] as const;
const safePolicy = 'noeviction';

/** Asks a Redis: by INFO, which BullMQ needs too and managed servers allow, where many forbid CONFIG. */
export async function readFacts(redis: Redis): Promise<RedisFacts> {
  return factsOf(await redis.info());
}

/** Reads what INFO answers. */
export function factsOf(info: string): RedisFacts {
  const field = (name: string): string | null => new RegExp(`^${name}:(.+)$`, 'm').exec(info)?.[1]?.trim() ?? null;
  return { version: field('redis_version'), policy: field('maxmemory_policy') };
}

/** Why a version cannot be used; null where it can. */
export function versionTrouble({ version }: RedisFacts): VigilError | null {
  if (version === null) return null;
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor, oldestMinor] = oldestVersion;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return null;
  return new VigilError('QUEUE_UNSAFE', `Redis ${version} is too old: ${oldestVersion.join('.')} or later is wanted`);
}

/** Why a policy loses jobs; null where it does not, or is not told. */
export function policyTrouble({ policy }: RedisFacts): VigilError | null {
  if (policy === null || policy === safePolicy) return null;
  return new VigilError(
    'QUEUE_UNSAFE',
    `the maxmemory-policy of Redis is ${policy}, which throws jobs away when memory is full: CONFIG SET maxmemory-policy ${safePolicy}`,
  );
}

/** What cannot be made sure of; null where all is known. */
export function factsUnknown({ version, policy }: RedisFacts): VigilError | null {
  const unknown = [...(version === null ? ['its version'] : []), ...(policy === null ? ['its maxmemory-policy'] : [])];
  if (unknown.length === 0) return null;
  return new VigilError(
    'QUEUE_UNSAFE',
    `Redis does not tell ${unknown.join(' and ')}: make sure that it is ${oldestVersion.join('.')} or later, with ${safePolicy}`,
  );
}
