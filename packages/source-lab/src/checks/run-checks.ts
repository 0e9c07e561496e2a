import { checks, type CheckResult } from './all-checks.js';
import type { Subject } from './check.js';

/** Runs S01 to S14, in their order. */
export function runChecks(subject: Subject): readonly CheckResult[] {
  const { source } = subject;
  return checks.map((check) => {
    const reason = source.bypass?.[check.id];
    if (reason !== undefined) return { check, state: 'BYPASSED', details: [reason] };
    if (check.applies?.(source) === false) return { check, state: 'NOT_APPLICABLE', details: [] };
    const details = check.run(subject);
    return { check, state: details.length === 0 ? 'PASSED' : 'FAILED', details };
  });
}
