/** What each command does once Node is known to be new enough. */
import { build } from './build.mjs';
import { install } from './install.mjs';
import { report } from './progress.mjs';
import { handOver, StepFailed } from './run-node.mjs';
import { test } from './test.mjs';

const vigil = (...args) => handOver('apps/cli/bin/vigil.mjs', args);

const COMMANDS = {
  demo: (args) => vigil('demo', ...args),
  start: (args) => vigil('start', ...args),
  test,
};

/**
 * Installs and builds what is missing, then runs the command; its exit code becomes this process's.
 * @param {string[]} argv the command and its arguments
 */
export async function runCommand([name = '', ...args]) {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    console.error(`No command “${name}”: there are ${Object.keys(COMMANDS).join(', ')}.`);
    process.exitCode = 2;
    return;
  }
  try {
    await install();
    await build();
    process.exitCode = await command(args);
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    report(error.message);
    process.exitCode = error.exitCode;
  }
}
