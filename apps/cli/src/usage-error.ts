import { VigilError } from '@vigil/errors';
import type { Command, CommanderError } from 'commander';

/** What is wrong with a command line, and where to read what is right. */
export function usageError(error: CommanderError, program: Command, words: readonly string[]): VigilError {
  // Commander calls it so when a command was left out, and has shown the help by then.
  const message = error.code === 'commander.help' ? 'a command is missing' : error.message.replace(/^error: /, '');
  return new VigilError('BAD_INPUT', `${message} (see \`${nameOf(program, words)} --help\`)`);
}

/** The command that the words lead to, as one types it. */
function nameOf(program: Command, words: readonly string[]): string {
  let command = program;
  for (const word of words.filter((word) => !word.startsWith('-'))) {
    const next = command.commands.find((candidate) => candidate.name() === word);
    if (next === undefined) break;
    command = next;
  }
  return command === program ? 'vigil' : `vigil ${pathOf(command, program)}`;
}

function pathOf(command: Command, program: Command): string {
  const { parent } = command;
  return parent === null || parent === program ? command.name() : `${pathOf(parent, program)} ${command.name()}`;
}
