/** Says what is being done and for how long: a line a step, and a sign of life in a long one. */

const SIGN_OF_LIFE = 10_000;
const started = performance.now();
let lastSaid = started;

/**
 * Prints a line with the seconds since the command began.
 * @param {string} line
 */
export function report(line) {
  lastSaid = performance.now();
  console.error(`[${String(Math.round((lastSaid - started) / 1000)).padStart(3)} s] ${line}`);
}

/**
 * Does something that may take long, and says so whenever nothing was said for ten seconds.
 * @template T
 * @param {string} what
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function patiently(what, work) {
  const timer = setInterval(() => {
    if (performance.now() - lastSaid >= SIGN_OF_LIFE) report(`  still ${what} …`);
  }, 1_000);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
