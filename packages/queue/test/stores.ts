/** The stores that what processes share can be kept in, each real and each test's own. */
import { createEmptyDatabase, createTestDatabase, createTestRedis, testStores } from '@vigil/tooling/testing';
import type { TestRedis, TestStore } from '@vigil/tooling/testing';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished } from 'vitest';
import { openQueue, type CheckQueue, type QueueOptions, type ReportError } from '../src/index.js';

export interface Store {
  readonly databaseUrl: string;
  readonly redisUrl: string | null;
}

/** Every store that this machine can run: the same specification holds on each. */
export const storeNames = testStores();

/** For tests that are of Redis alone. */
export const hasRedis = storeNames.includes('Redis');

/** Runs after the test, the latest first. A hook of this module's own would be of the first file alone that loads it. */
export function atEnd(end: () => Promise<unknown>): void {
  onTestFinished(async () => void (await end()));
}

/** A store of its own for this test, in a database without Vigil's schema. */
export async function makeStore(name: TestStore): Promise<Store> {
  return { databaseUrl: await lend(createEmptyDatabase()), redisUrl: await redisUrlOf(name) };
}

/** A store of its own for this test, in a database with Vigil's schema. */
export async function makeMigratedStore(name: TestStore): Promise<Store> {
  return { databaseUrl: await lend(createTestDatabase()), redisUrl: await redisUrlOf(name) };
}

/** A Redis of its own for this test. */
export async function makeRedis(...options: readonly string[]): Promise<TestRedis> {
  const redis = await createTestRedis(...options);
  atEnd(redis.drop);
  return redis;
}

async function redisUrlOf(name: TestStore): Promise<string | null> {
  return name === 'Redis' ? (await makeRedis()).url : null;
}

async function lend(made: ReturnType<typeof createTestDatabase>): Promise<string> {
  const { url, drop } = await made;
  atEnd(drop);
  return url;
}

/** A queue that is closed at the test's end; an error that the test does not listen to fails it. */
export async function openTestQueue(store: Store, onError?: ReportError): Promise<CheckQueue> {
  if (onError === undefined) {
    const errors: Error[] = [];
    atEnd(async () => expect(errors).toEqual([]));
    onError = (error) => errors.push(error);
  }
  const options: QueueOptions = { ...store, onError };
  const queue = await openQueue(options);
  atEnd(() => queue.close());
  return queue;
}

/** Waits until `condition` holds; throws after `ms` milliseconds. Returns how long it took. */
export async function until(condition: () => boolean | Promise<boolean>, ms = 40_000): Promise<number> {
  const start = Date.now();
  while (!(await condition())) {
    if (Date.now() - start > ms) throw new Error(`not so after ${ms} ms: ${condition.toString()}`);
    await sleep(10);
  }
  return Date.now() - start;
}
