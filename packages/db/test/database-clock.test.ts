import { afterAll, beforeAll, expect, it } from 'vitest';
import { databaseClock } from '../src/index.js';
import { openTestDatabase, type OpenTestDatabase } from './factory.js';

let test: OpenTestDatabase;
beforeAll(async () => void (test = await openTestDatabase()));
afterAll(() => test.close());

const epoch = '1970-01-01T00:00:00.000Z';
/** How far the database's clock is found to be ahead of a clock, in milliseconds. */
const aheadOf = async (now: () => number): Promise<number> => Date.parse((await databaseClock(test.db, now)).at(epoch));

/** This machine's clock, where the answer takes `ms` longer than it did. */
function slowAnswer(ms: number): () => number {
  let asked = false;
  return () => {
    const late = asked ? ms : 0;
    asked = true;
    return Date.now() + late;
  };
}

it('an answer that was slow moves no times, and a clock that was set is followed', async () => {
  const first = await aheadOf(Date.now);
  expect(Math.abs(first)).toBeLessThan(10_000);
  // Each comparison may still find that the one before was rough by as much as its own query took.
  expect(Math.abs((await aheadOf(slowAnswer(20_000))) - first)).toBeLessThan(5_000);
  expect(Math.abs((await aheadOf(slowAnswer(40_000))) - first)).toBeLessThan(5_000);
  const tenMinutes = await aheadOf(() => Date.now() - 600_000);
  expect(Math.abs(tenMinutes - 600_000)).toBeLessThan(10_000);
  expect(Math.abs(await aheadOf(Date.now))).toBeLessThan(10_000);
});
