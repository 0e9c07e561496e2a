import { setTimeout as delay } from 'node:timers/promises';

/** Who asks for health asks often, and wants an answer before the next time. Milliseconds. */
const patienceMs = 2_000;

/** What was asked for; `null` where it failed, or did not come within two seconds. */
export function answerInTime<T>(answer: Promise<T>): Promise<T | null> {
  return Promise.race([answer.catch(() => null), delay(patienceMs, null, { ref: false })]);
}
