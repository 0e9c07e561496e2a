import { mkdir, readFile } from 'node:fs/promises';
import { renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { VigilError } from '@vigil/errors';

/** How far the demo has come; kept in its home, so that a second run goes on from there. */
export interface Progress {
  /** How much of the story was played, in milliseconds at its own speed. */
  readonly playedMs: number;
  /** Number of the last Change that was told. */
  readonly toldUpTo: number;
  /** How many Events were told. */
  readonly told: number;
  /** Whether the story was told to its end. */
  readonly over: boolean;
}

const beginning: Progress = { playedMs: 0, toldUpTo: 0, told: 0, over: false };

/** The demo's progress, in memory and in its home. */
export class ProgressFile {
  readonly #file: string;
  #progress: Progress;

  private constructor(file: string, progress: Progress) {
    this.#file = file;
    this.#progress = progress;
  }

  /** Opens the progress kept in a folder, which is made where it is missing. Throws BAD_INPUT where it is damaged. */
  static async open(home: string): Promise<ProgressFile> {
    await mkdir(home, { recursive: true });
    const file = path.join(home, 'progress.json');
    const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    return new ProgressFile(file, text === null ? beginning : parse(text, file));
  }

  get now(): Progress {
    return this.#progress;
  }

  /** Keeps what is new: whole or not at all, and before this returns. */
  keep(news: Partial<Progress>): void {
    this.#progress = { ...this.#progress, ...news };
    writeFileSync(`${this.#file}.new`, JSON.stringify(this.#progress));
    renameSync(`${this.#file}.new`, this.#file);
  }
}

function parse(text: string, file: string): Progress {
  try {
    const { playedMs, toldUpTo, told, over } = JSON.parse(text) as Partial<Progress>;
    if ([playedMs, toldUpTo, told].every(Number.isFinite) && typeof over === 'boolean')
      return { playedMs: playedMs!, toldUpTo: toldUpTo!, told: told!, over };
  } catch {
    // Damaged, as is what parses to something else.
  }
  throw new VigilError('BAD_INPUT', `${file} is damaged; \`vigil demo --fresh\` starts anew`);
}
