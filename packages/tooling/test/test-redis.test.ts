import { connect } from 'node:net';
import { once } from 'node:events';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createTestRedis, testStores } from '../src/testing.js';

/** What a server answers to one command; null where nobody listens. */
async function answerOf(url: string, command: string): Promise<string | null> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  try {
    await once(socket, 'connect');
    socket.write(`${command}\r\n`);
    const [data] = (await once(socket, 'data')) as [Buffer];
    return data.toString();
  } catch {
    return null;
  } finally {
    socket.destroy();
  }
}

describe('where no Redis server is installed', () => {
  afterEach(() => void vi.unstubAllEnvs());

  it('tests run on Postgres alone, or fail where it is required', async () => {
    vi.stubEnv('PATH', '/nowhere');
    vi.stubEnv('VIGIL_REQUIRE_REDIS', '');
    expect(testStores()).toEqual(['Postgres']);
    await expect(createTestRedis()).rejects.toThrow('No Redis server');
    vi.stubEnv('VIGIL_REQUIRE_REDIS', '1');
    expect(() => testStores()).toThrow('VIGIL_REQUIRE_REDIS is 1');
  });
});

describe.runIf(testStores().includes('Redis'))('a Redis server of one test', () => {
  it('is killed and comes back empty at the same address', async () => {
    const redis = await createTestRedis();
    onTestFinished(redis.drop);
    expect(await answerOf(redis.url, 'SET name value')).toBe('+OK\r\n');
    await redis.kill();
    expect(await answerOf(redis.url, 'PING')).toBeNull();
    await redis.restart();
    expect(await answerOf(redis.url, 'GET name')).toBe('$-1\r\n');
  });

  it('takes options, and says why where it cannot start', async () => {
    const redis = await createTestRedis('--maxmemory-policy', 'allkeys-lru');
    onTestFinished(redis.drop);
    expect(await answerOf(redis.url, 'CONFIG GET maxmemory-policy')).toContain('allkeys-lru');
    await expect(createTestRedis('--no-such-option', '1')).rejects.toThrow('did not start');
  });
});
