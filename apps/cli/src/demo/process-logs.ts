import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import path from 'node:path';

/** Keeps what processes print in a file each, begun anew with each run. */
export class ProcessLogs {
  readonly folder: string;
  readonly #files = new Map<string, WriteStream>();

  constructor(home: string) {
    this.folder = path.join(home, 'logs');
    mkdirSync(this.folder, { recursive: true });
  }

  /** Writes a line of a process. */
  write(name: string, line: string): void {
    const known = this.#files.get(name);
    const file = known ?? createWriteStream(path.join(this.folder, `${name}.log`));
    if (!known) this.#files.set(name, file);
    file.write(`${line}\n`);
  }

  /** Resolves when all is written. */
  async close(): Promise<void> {
    await Promise.all([...this.#files.values()].map((file) => new Promise((resolve) => file.end(() => resolve(null)))));
  }
}
