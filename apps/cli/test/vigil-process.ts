/** `vigil` as a process of its own, with all that it starts. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { records } from './vigil.js';

const bin = fileURLToPath(new URL('../bin/vigil.mjs', import.meta.url));

/** A started process. */
export interface VigilProcess {
  /** The JSON objects it has printed so far. */
  readonly records: () => readonly Record<string, unknown>[];
  readonly err: () => string;
  readonly kill: (signal: NodeJS.Signals) => void;
  /** Its exit code or signal. */
  readonly ended: Promise<number | NodeJS.Signals>;
  /** Resolves with the first record that fits, as soon as it is printed; rejects when the process ends before it printed one. */
  first(fits: (record: Record<string, unknown>) => boolean): Promise<Record<string, unknown>>;
}

const started = new Set<ChildProcess>();

/** Ends what tests that failed have left running. To be called after each test. */
export function endProcesses(): void {
  for (const child of started) child.kill('SIGTERM');
}

/** Starts the built `vigil`, with `--json`. */
export function spawnVigil(env: Readonly<Record<string, string>>, ...words: readonly string[]): VigilProcess {
  const ownEnv = Object.entries(process.env).filter(
    ([name]) => !/^(?:VIGIL_|DATABASE_URL|REDIS_URL|NODE_OPTIONS)/.test(name),
  );
  const child = spawn(process.execPath, [bin, ...words, '--json'], {
    env: { ...Object.fromEntries(ownEnv), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.add(child);
  let [out, err] = ['', ''];
  let over = false;
  child.stdout.on('data', (data: Buffer) => (out += data.toString()));
  child.stderr.on('data', (data: Buffer) => (err += data.toString()));
  const ended = once(child, 'close').then(([code, signal]) => {
    over = true;
    started.delete(child);
    return (code ?? signal) as number | NodeJS.Signals;
  });
  const whole = (): readonly Record<string, unknown>[] => records(out.slice(0, out.lastIndexOf('\n') + 1));
  return {
    records: whole,
    err: () => err,
    kill: (signal) => void child.kill(signal),
    ended,
    first: async (fits) => {
      for (;;) {
        const last = over;
        const found = whole().find(fits);
        if (found) return found;
        if (last) throw new Error(`vigil ${words.join(' ')} ended: ${err}`);
        await Promise.race([once(child.stdout, 'data'), ended]);
      }
    },
  };
}

/** The processes that name a folder in their command line or environment. Linux only; elsewhere none is found. */
export function processesOf(folder: string): readonly number[] {
  if (process.platform !== 'linux') return [];
  const names = (pid: string, file: string): boolean => {
    try {
      return readFileSync(`/proc/${pid}/${file}`, 'utf8').includes(folder);
    } catch {
      return false; // it has ended meanwhile
    }
  };
  return readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid) && (names(pid, 'cmdline') || names(pid, 'environ')))
    .map(Number);
}

/** Whether something answers at an address. */
export async function answers(url: string): Promise<boolean> {
  return await fetch(url).then(
    () => true,
    () => false,
  );
}
