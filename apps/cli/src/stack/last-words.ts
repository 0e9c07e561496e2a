import { catalogue, VigilError, type ErrorCode } from '@vigil/errors';

/** How our processes tell why they end: `vigil scraper: BAD_SETTING: VIGIL_CONTACT: got nothing, …`. */
const lastWords = /^vigil [a-z]+: ([A-Z_]+): (.+)$/;
const kept = 10;

/** Remembers the last lines of processes, since why one died is told by its own words. */
export class LastWords {
  readonly #lines = new Map<string, string[]>();

  /** Hears a line of a process. */
  hear(name: string, line: string): void {
    const lines = [...(this.#lines.get(name) ?? []), line];
    this.#lines.set(name, lines.slice(-kept));
  }

  /** What a PROCESS_DIED comes from: the error that the process told of, else itself with the process's last lines. */
  explain(error: unknown): unknown {
    if (!(error instanceof VigilError) || error.code !== 'PROCESS_DIED') return error;
    const lines = this.#lines.get(String(error.details['process'])) ?? [];
    for (const line of lines.toReversed()) {
      const [, code = '', message] = lastWords.exec(line) ?? [];
      if (Object.hasOwn(catalogue, code)) return new VigilError(code as ErrorCode, message, { cause: error });
    }
    const { message, details } = error;
    return new VigilError('PROCESS_DIED', [message, ...lines].join('\n  '), { cause: error, details });
  }
}
