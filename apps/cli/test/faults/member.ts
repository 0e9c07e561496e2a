/** One process of Vigil under test: scraper or gateway, started as `vigil start` starts it, and killed as a machine does. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export type MemberName = 'scraper' | 'gateway';

/** A running process. */
export interface Member {
  /** What it told as it was ready: its address. */
  readonly ready: Readonly<Record<string, unknown>>;
  /** What it has printed so far. */
  readonly said: () => string;
  /** Ends it at once, in the middle of whatever it does. */
  kill(): Promise<void>;
  /** Asks it to end, and resolves with its exit code or signal. */
  stop(): Promise<number | NodeJS.Signals | null>;
}

const scripts: Readonly<Record<MemberName, string>> = {
  scraper: fileURLToPath(new URL('../../../scraper/dist/main.js', import.meta.url)),
  gateway: fileURLToPath(new URL('../../../gateway/dist/main.js', import.meta.url)),
};

/** Starts a process, and waits until it is ready. Rejects with what it said when it ends before. */
export async function startMember(
  name: MemberName,
  env: Readonly<Record<string, string>>,
  execArgv: readonly string[] = [],
): Promise<Member> {
  const own = Object.entries(process.env).filter(
    ([key]) => !/^(?:VIGIL_|DATABASE_URL|REDIS_URL|NODE_OPTIONS)/.test(key),
  );
  const child: ChildProcess = fork(scripts[name], [], {
    env: { ...Object.fromEntries(own), ...env },
    execArgv: [...execArgv],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let said = '';
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (data: Buffer) => (said += data.toString()));
  const exited = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  const ready = await Promise.race([
    once(child, 'message').then(([message]) => message as Readonly<Record<string, unknown>>),
    exited.then(([code, signal]) => {
      throw new Error(`${name} ended (${code ?? signal}) before it was ready:\n${said}`);
    }),
  ]);
  const end = async (signal: NodeJS.Signals): Promise<number | NodeJS.Signals | null> => {
    child.kill(signal);
    const [code, by] = await exited;
    return code ?? by;
  };
  return { ready, said: () => said, kill: async () => void (await end('SIGKILL')), stop: () => end('SIGTERM') };
}
