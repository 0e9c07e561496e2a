import { checks, type CheckResult } from './all-checks.js';
import type { Check, Subject } from './check.js';

/** Runs S01 to S14, in their order. */
export function runChecks(subject: Subject): readonly CheckResult[] {
  const { source } = subject;
  return checks.map((check) => {
    const reason = source.bypass?.[check.id];
    if (reason !== undefined) return { check, state: 'BYPASSED', details: [reason] };
    if (check.applies?.(source) === false) return { check, state: 'NOT_APPLICABLE', details: [] };
    const details = detailsOf(check, subject);
    return { check, state: details.length === 0 ? 'PASSED' : 'FAILED', details };
  });
}

/** What is wrong; where what was read cannot even be merged, that. */
function detailsOf(check: Check, subject: Subject): readonly string[] {
  try {
    return check.run(subject);
  } catch (error) {
    return [`it ends in an accident: ${String(error)}`];
  }
}
