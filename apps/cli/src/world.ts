import type { Terminal } from './terminal/terminal.js';

/** Variables of the environment. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What a command is given beside its own words. */
export interface World {
  readonly env: Environment;
  readonly terminal: Terminal;
  /** What is given to the command to read, in UTF-8. */
  readonly stdin: NodeJS.ReadableStream;
  /**
   * Aborted when this process is asked to end. Whoever asks for it takes Ctrl-C away from Node, and must come to an
   * end when it is aborted.
   */
  readonly until: () => Promise<AbortSignal>;
}
