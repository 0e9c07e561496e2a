import { asVigilError } from '@vigil/errors';
import { policyTrouble, versionTrouble, type RedisFacts } from '@vigil/queue';
import { fail, ok, warn, type Finding } from './finding.js';

/** Whether jobs are safe in a Redis that answers. */
export function checkRedis(facts: RedisFacts): readonly Finding[] {
  const { version, policy } = facts;
  const [old, evicts] = [versionTrouble(facts), policyTrouble(facts)];
  return [
    old
      ? fail('redis', old.message, 'Use Redis 6.2 or later, or Valkey.')
      : ok('redis', `Redis ${version ?? ''}`.trim()),
    evicts
      ? fail('redis policy', evicts.message, 'Set it on the server, and in its configuration so that it lasts.')
      : policy === null
        ? warn('redis policy', 'is not told', 'Make sure that its maxmemory-policy is noeviction.')
        : ok('redis policy', policy),
  ];
}

/** A Redis that does not answer. */
export function redisUnreachable(error: unknown): Finding {
  return fail('redis', asVigilError(error).message, 'Check REDIS_URL and the server, or leave it unset.');
}
