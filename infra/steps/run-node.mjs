/** Runs Node programs from the root of the repository, and lets the signals this process gets reach them. */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** The root of the repository, without a slash at its end. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** A step that ended badly; what it said is in the message. */
export class StepFailed extends Error {
  constructor(message, exitCode) {
    super(message);
    this.exitCode = exitCode;
  }
}

/**
 * Runs a program quietly: its lines are heard, and shown only if it fails.
 * @param {string} name what to call it when it fails
 * @param {string[]} args the script and its arguments
 * @param {{
 *   env?: Record<string, string>,
 *   onLine?: (line: string) => void,
 *   excerpt?: (lines: string[]) => string[],
 * }} [options] `excerpt` chooses what is shown of a failure
 */
export async function runQuietly(name, args, { env, onLine = () => undefined, excerpt = (lines) => lines } = {}) {
  const child = start(args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const lines = [];
  for (const input of [child.stdout, child.stderr]) {
    createInterface({ input }).on('line', (line) => {
      lines.push(line);
      onLine(line);
    });
  }
  const code = await exitCodeOf(child);
  if (code !== 0) throw new StepFailed([`${name} failed:`, ...excerpt(lines)].join('\n'), code);
}

/**
 * Hands the terminal over to a program until it ends.
 * The channel lets it notice when this process is killed.
 * @param {string} script
 * @param {string[]} args
 * @returns {Promise<number>} its exit code
 */
export function handOver(script, args) {
  return exitCodeOf(start([script, ...args], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] }));
}

function start(args, { env = {}, stdio }) {
  return spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...env }, stdio });
}

/** Waits for the end. Signals are handed on; those the terminal sends to all of us arrive there twice. */
function exitCodeOf(child) {
  const forward = (signal) => child.kill(signal);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, forward);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      for (const each of signals) process.off(each, forward);
      resolve(code ?? 128 + constants.signals[signal]);
    });
  });
}
