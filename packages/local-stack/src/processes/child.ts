import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { isReadyMessage, type ReadyMessage } from './ready-message.js';

/** One Node process of the machine. */
export interface ProcessSpec {
  /** A short name that is unique among its neighbours. */
  readonly name: string;
  /** The script that Node runs: an absolute path. */
  readonly script: string;
  readonly args?: readonly string[];
  /** Added to this process's own environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** What it may take to end in order, in milliseconds. Default 10,000. */
  readonly graceMs?: number;
}

/** How a process ended: by its code or by a signal, asked to or not. */
export interface ProcessExit {
  readonly name: string;
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly expected: boolean;
}

const defaultGraceMs = 10_000;
/** Its last lines come at once, but something it started may keep its output open for ever. Milliseconds. */
const LAST_LINES = 500;

/** A started process. */
export class Child {
  readonly name: string;
  /** Pending for ever when the process ends before it is ready. */
  readonly ready: Promise<ReadyMessage>;
  /** Resolves when it has ended and its last lines have been heard; never rejects. */
  readonly ended: Promise<ProcessExit>;
  readonly #process: ChildProcess;
  readonly #graceMs: number;
  #asked = false;

  constructor(spec: ProcessSpec, onLine: (line: string) => void) {
    const { name, script, args = [], env = {}, graceMs = defaultGraceMs } = spec;
    this.name = name;
    this.#graceMs = graceMs;
    this.#process = fork(script, args, {
      env: { ...process.env, ...env },
      execArgv: [],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // A group of its own: the terminal's Ctrl-C reaches only the supervisor, which stops all in order.
      detached: process.platform !== 'win32',
    });
    for (const input of [this.#process.stdout, this.#process.stderr]) {
      if (input !== null) createInterface({ input, crlfDelay: Infinity }).on('line', onLine);
    }
    this.ready = new Promise((resolve) => {
      this.#process.on('message', (message) => {
        if (isReadyMessage(message)) resolve(message);
      });
    });
    this.ended = this.#ending();
  }

  /** Asks it to end, and kills it with all it started when it takes longer than its grace. */
  async stop(): Promise<ProcessExit> {
    this.ask();
    const killer = setTimeout(() => this.#kill(), this.#graceMs);
    return await this.ended.finally(() => clearTimeout(killer));
  }

  /** Asks it to end without waiting. */
  ask(): void {
    this.#asked = true;
    this.#process.kill('SIGTERM');
  }

  async #ending(): Promise<ProcessExit> {
    const closed = once(this.#process, 'close').catch(() => undefined);
    // A process that could not be started has no exit, only an error.
    const [code, signal] = await once(this.#process, 'exit').catch(() => [null, null]);
    const exit: ProcessExit = { name: this.name, code, signal, expected: this.#asked };
    await Promise.race([closed, delay(LAST_LINES, undefined, { ref: false })]);
    return exit;
  }

  #kill(): void {
    const { pid } = this.#process;
    if (pid === undefined || process.platform === 'win32') this.#process.kill('SIGKILL');
    else process.kill(-pid, 'SIGKILL');
  }
}
