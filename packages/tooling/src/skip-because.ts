import { TestRunner } from 'vitest';

/** Skips the test that is running, and prints why. */
export function skipBecause(reason: string): never {
  const test = TestRunner.getCurrentTest();
  if (test === undefined) throw new Error(`There is no test to skip here: ${reason}`);
  process.stderr.write(`Skipped “${test.name}”: ${reason}\n`);
  return test.context.skip(reason);
}
