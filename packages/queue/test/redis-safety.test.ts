import { Redis } from 'ioredis';
import { createServer, type AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { openGateStore, openQueue, readRedisHealth, type QueueOptions } from '../src/index.js';
import { factsOf, factsUnknown, policyTrouble, versionTrouble } from '../src/redis-facts.js';
import { atEnd, hasRedis, makeRedis, openTestQueue, until } from './stores.js';

const nowhere = 'postgres://nobody@127.0.0.1:1/none';
const open = (redisUrl: string, onError: QueueOptions['onError'] = () => undefined): Promise<unknown> =>
  openQueue({ databaseUrl: nowhere, redisUrl, onError });

test('a Redis before 6.2 is too old, and every Valkey is not', () => {
  const ofVersion = (version: string): unknown => versionTrouble({ version, policy: null })?.code ?? null;
  expect(['5.0.14', '6.0.16', '6.2.0', '7.0.15', '8.1.1', '10.0.0'].map(ofVersion)).toEqual([
    'QUEUE_UNSAFE',
    'QUEUE_UNSAFE',
    null,
    null,
    null,
    null,
  ]);
  const valkey = factsOf('# Server\r\nredis_version:7.2.4\r\nserver_name:valkey\r\nvalkey_version:8.1.1\r\n');
  expect(valkey).toEqual({ version: '7.2.4', policy: null });
  expect(versionTrouble(valkey)).toBeNull();
});

test('what a Redis does not tell is no reason to refuse it, but is said', () => {
  const unknown = { version: null, policy: null };
  expect([versionTrouble(unknown), policyTrouble(unknown)]).toEqual([null, null]);
  expect(factsUnknown(unknown)).toMatchObject({ code: 'QUEUE_UNSAFE' });
  expect(factsUnknown({ version: '7.0.15', policy: null })?.message).toContain('maxmemory-policy');
  expect(factsUnknown({ version: '7.0.15', policy: 'noeviction' })).toBeNull();
});

describe.runIf(hasRedis)('a Redis that', () => {
  test.each(['allkeys-lru', 'volatile-ttl'])('evicts by %s is refused, with what mends it', async (policy) => {
    const redis = await makeRedis('--maxmemory-policy', policy);
    const refusal = {
      code: 'QUEUE_UNSAFE',
      policy: 'stop',
      message: expect.stringMatching(`${policy}.*CONFIG SET maxmemory-policy noeviction`),
    };
    await expect(open(redis.url)).rejects.toMatchObject(refusal);
    const pool = undefined as never; // not asked where there is a Redis
    await expect(openGateStore({ pool, redisUrl: redis.url, onError: () => undefined })).rejects.toMatchObject(refusal);
  });

  test('forbids CONFIG still tells by INFO', async () => {
    const redis = await makeRedis('--rename-command', 'CONFIG', '');
    const queue = await openTestQueue({ databaseUrl: nowhere, redisUrl: redis.url });
    expect(await queue.counts()).toEqual({ waiting: 0, active: 0, delayed: 0, failed: 0 });
  });

  test('wants another password is not reached, and the one given is not shown', async () => {
    const redis = await makeRedis('--requirepass', 'right');
    const wrong = Object.assign(new URL(redis.url), { password: 'hunter2' }).href;
    const error = await open(wrong).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'QUEUE_UNREACHABLE', message: expect.stringContaining('WRONGPASS') });
    expect(String(error)).not.toContain('hunter2');
    const right = Object.assign(new URL(redis.url), { password: 'right' }).href;
    await openTestQueue({ databaseUrl: nowhere, redisUrl: right });
  });

  test('accepts a connection and then says nothing is not waited for without end', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await until(() => silent.listening);
    atEnd(async () => silent.close());
    const { port } = silent.address() as AddressInfo;
    await expect(open(`redis://127.0.0.1:${port}`)).rejects.toMatchObject({
      code: 'QUEUE_UNREACHABLE',
      message: expect.stringContaining('no answer within 5 s'),
    });
  });

  test('holds Checks tells of them who only looks, and is not changed by that', async () => {
    const { url } = await makeRedis();
    const redis = new Redis(url);
    atEnd(async () => redis.disconnect());
    expect((await readRedisHealth(url)).checks).toEqual({
      waiting: 0,
      active: 0,
      delayed: 0,
      failed: 0,
      longestWaitMs: null,
    });
    expect(await redis.dbsize()).toBe(0);
    const queue = await openTestQueue({ databaseUrl: nowhere, redisUrl: url });
    for (const targetId of ['a', 'b']) await queue.checkNow(targetId);
    const oldest = await redis.lindex('{vigil}:vigil-checks:wait', -1);
    await redis.hset(`{vigil}:vigil-checks:${oldest}`, 'timestamp', Date.now() - 3_600_000);
    const { version, policy, checks } = await readRedisHealth(url);
    expect(version).toMatch(/^\d+\.\d+/);
    expect(policy).toBe('noeviction');
    expect(checks).toMatchObject({ waiting: 2, active: 0, delayed: 0, failed: 0 });
    expect(checks.longestWaitMs).toBeGreaterThan(3_590_000);
    expect(checks.longestWaitMs).toBeLessThan(3_700_000);
  });
});
