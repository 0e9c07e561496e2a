import { asVigilError } from '@vigil/errors';
import { CommanderError } from 'commander';
import { exitCodes } from './exit-codes.js';
import { createProgram } from './program.js';
import { openTerminal, type Output } from './terminal/terminal.js';
import { usageError } from './usage-error.js';
import type { World } from './world.js';

/** What a run of `vigil` has around it. */
export interface Surroundings extends Pick<World, 'env' | 'stdin' | 'until'> {
  readonly stdout: Output;
  readonly stderr: Output;
}

/** Runs `vigil` with these words and returns its exit code. Never rejects. */
export async function runVigil(words: readonly string[], around: Surroundings): Promise<number> {
  const { env, stdin, stdout, stderr, until } = around;
  // Known before the words are parsed, so that a mistake in them is told in the form that was asked for.
  const terminal = openTerminal({ stdout, stderr, env, json: words.includes('--json') });
  const program = await createProgram(words, { env, terminal, stdin, until }, { stdout, stderr });
  try {
    await program.parseAsync(words, { from: 'user' });
    return exitCodes.done;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return exitCodes.done;
    const signal = await until();
    if (signal.aborted && error === signal.reason) return exitCodes.interrupted;
    const told = error instanceof CommanderError ? usageError(error, program, words) : asVigilError(error);
    const { code, message, wayOut, details } = told;
    stderr.write(
      terminal.json
        ? `${JSON.stringify({ error: { code, message, wayOut, details } })}\n`
        : `${code}: ${message}\n  ${wayOut}\n`,
    );
    return error instanceof CommanderError ? exitCodes.usage : exitCodes.failed;
  }
}
