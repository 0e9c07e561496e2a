export { readSpecimens, type Specimen } from './specimen.js';
export { goldenText, outcomeOf, type Outcome } from './outcome.js';
export { type Check, type Subject } from './checks/check.js';
export { checks, type CheckResult } from './checks/all-checks.js';
export { runChecks } from './checks/run-checks.js';
export { drill, type DrillReport, type DrillResult, type Verdict } from './drill/drill.js';
