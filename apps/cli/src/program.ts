import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { exitCodesText } from './exit-codes.js';
import type { Output } from './terminal/terminal.js';
import type { World } from './world.js';

/** Gives a command its arguments, options, help and action. */
export type DefineCommand = (command: Command, world: World) => void;

interface Entry {
  readonly name: string;
  readonly summary: string;
  /** Loads the command with all that it needs; only the one that is called pays for it. */
  readonly load: () => Promise<DefineCommand>;
}

/** Every command of `vigil`. */
const index: readonly Entry[] = [
  {
    name: 'demo',
    summary: 'See Vigil work: a story of four courts in two minutes, from a simulator',
    load: async () => (await import('./commands/demo.js')).demo,
  },
  {
    name: 'start',
    summary: 'Start Vigil on this machine: scraper, gateway and, where none is set, a database',
    load: async () => (await import('./commands/start.js')).start,
  },
  {
    name: 'watch',
    summary: 'Say what Vigil looks at: add, list, pause, resume, remove',
    load: async () => (await import('./commands/watch.js')).watch,
  },
  {
    name: 'check',
    summary: 'Look at something once, here and now',
    load: async () => (await import('./commands/check.js')).check,
  },
  {
    name: 'import',
    summary: 'Record pages that a person saved',
    load: async () => (await import('./commands/import.js')).importPages,
  },
  {
    name: 'parse',
    summary: 'Read files and print what they say as JSON; no database',
    load: async () => (await import('./commands/parse.js')).parse,
  },
  {
    name: 'classify',
    summary: 'Read docket texts and print what they say has happened as JSON; no database',
    load: async () => (await import('./commands/classify.js')).classifyTexts,
  },
  {
    name: 'timeline',
    summary: 'Print what happened, and follow it',
    load: async () => (await import('./commands/timeline.js')).timeline,
  },
  {
    name: 'conflict',
    summary: 'Cases that contradict each other: list them, and say what they are',
    load: async () => (await import('./commands/conflict.js')).conflict,
  },
  {
    name: 'rederive',
    summary: 'Read archived pages again with the readers and rules of this release',
    load: async () => (await import('./commands/rederive.js')).rederiveCommand,
  },
  {
    name: 'coverage',
    summary: 'Tell where Vigil is blind, and since when',
    load: async () => (await import('./commands/coverage.js')).coverage,
  },
  {
    name: 'doctor',
    summary: 'Say what is wrong on this machine, and how to mend it',
    load: async () => (await import('./commands/doctor.js')).doctor,
  },
  {
    name: 'courts',
    summary: 'List the courts that Vigil knows',
    load: async () => (await import('./commands/courts.js')).listCourts,
  },
  {
    name: 'sources',
    summary: 'List the Sources: the ways Vigil can look',
    load: async () => (await import('./commands/sources.js')).listSources,
  },
  {
    name: 'source',
    summary: 'Teach Vigil one more site, and keep it seeing: new, test, check, drill, try, health, quarantine, release',
    load: async () => (await import('./commands/source.js')).source,
  },
];

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  readonly version: string;
};

/** The program with all commands, those that the words name in full. */
export async function createProgram(
  words: readonly string[],
  world: World,
  { stdout, stderr }: { readonly stdout: Output; readonly stderr: Output },
): Promise<Command> {
  const program = new Command('vigil')
    .description('Watches public court dockets, keeps what it saw as evidence, and serves one merged timeline.')
    .version(version)
    .option('--json', 'print one JSON object a line, errors too')
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => void stdout.write(text),
      // Commander shows the help where a command is missing; a machine has no use for it.
      writeErr: (text) => void (world.terminal.json || stderr.write(text)),
      // `runVigil` tells errors, all in one form.
      outputError: () => undefined,
    })
    .addHelpText('after', exitCodesText);
  // The second word is the command's name in `vigil help NAME`.
  const named = words.filter((word) => !word.startsWith('-')).slice(0, 2);
  for (const { name, summary, load } of index) {
    const command = program.command(name).description(summary);
    if (named.includes(name)) (await load())(command, world);
  }
  return program;
}
