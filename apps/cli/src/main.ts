/** The command `vigil` as a process. */
import { runVigil } from './run-vigil.js';

const readerGone = new AbortController();
// `vigil timeline | head`: who has read enough is no error, and what was started must still be stopped.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  readerGone.abort(error);
});

let asked: Promise<AbortSignal> | undefined;
async function listen(): Promise<AbortSignal> {
  const { stopSignal } = await import('@vigil/local-stack');
  return AbortSignal.any([stopSignal(), readerGone.signal]);
}

process.exitCode = await runVigil(process.argv.slice(2), {
  env: process.env,
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  until: () => (asked ??= listen()),
});
