import { TestRunner } from 'vitest';

/** Skips the test that is running, and prints why. Where several run at once, the test is to be told. */
export function skipBecause(reason: string, test = TestRunner.getCurrentTest()?.context): never {
  if (test === undefined) throw new Error(`There is no test to skip here: ${reason}`);
  process.stderr.write(`Skipped “${test.task.name}”: ${reason}\n`);
  return test.skip(reason);
}
