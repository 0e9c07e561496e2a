import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { handOver } from './run-node.mjs';

/**
 * Runs the tests and closes with a line that counts them.
 * @param {string[]} args for vitest: names of files, `--project`, …
 * @returns {Promise<number>} 0 only when tests ran and none failed
 */
export async function test(args) {
  const folder = mkdtempSync(join(tmpdir(), 'vigil-report-'));
  const file = join(folder, 'report.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const code = await handOver('node_modules/vitest/vitest.mjs', ['run', ...reporters, ...args]);
    const { passed, failed, skipped } = count(
      existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined,
      code,
    );
    console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
    return failed > 0 || passed === 0 ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Counts tests; a file that could not be loaded, and an error outside of all tests, count as one failed test. */
function count(report, code) {
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  const failed = report.numFailedTests + broken.length;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
