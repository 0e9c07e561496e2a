import { superviseProcesses, type ProcessSpec, type Supervision } from '@vigil/local-stack';
import { fileURLToPath } from 'node:url';
import { LastWords } from './last-words.js';

const pathTo = (script: string): string => fileURLToPath(new URL(script, import.meta.url));

/** More than a scraper takes to finish its Checks, or to give back those that it cannot finish. */
const scraperGraceMs = 30_000;

/** Who hears of processes, and when they end. */
export interface ProcessOptions {
  /** Hears each line that a process prints. */
  readonly onLine: (name: string, line: string) => void;
  readonly until: AbortSignal;
}

/** An embedded PostgreSQL in a process of its own. */
export interface KeptPostgres {
  readonly url: string;
  readonly dataDir: string;
  /** Rejects with what it died of; resolves when it was stopped. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts the embedded PostgreSQL of a home, or finds it running. It is stopped with this process, however that ends, but
 * not by `until`: who uses it is to end first. Throws EMBEDDED_POSTGRES, and the reason of `until`.
 */
export async function keepPostgres(home: string, { onLine, until }: ProcessOptions): Promise<KeptPostgres> {
  const spec = { name: 'postgres', script: pathTo('../../dist/stack/keep-postgres.js'), args: [home] };
  const { ready, ended, stop } = await supervise([spec], { onLine, until: new AbortController().signal });
  if (until.aborted) {
    await stop();
    until.throwIfAborted();
  }
  const said = ready.get('postgres');
  return { url: String(said?.['url']), dataDir: String(said?.['dataDir']), ended, stop };
}

/** Scraper and gateway, at work. */
export interface RunningHouse {
  /** The page for GraphQL, in a browser. */
  readonly pageUrl: string;
  /** Rejects with what one of them died of; resolves when they were stopped. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts scraper and gateway with these settings beside the environment's. Throws what they tell of when they cannot
 * start, and leaves none behind.
 */
export async function startHouse(
  env: Readonly<Record<string, string>>,
  options: ProcessOptions,
): Promise<RunningHouse> {
  const spec = (name: string): ProcessSpec => ({ name, script: pathTo(`../../../${name}/dist/main.js`), env });
  const scraper: ProcessSpec = { ...spec('scraper'), graceMs: scraperGraceMs };
  const { ready, ended, stop } = await supervise([scraper, spec('gateway')], options);
  return { pageUrl: String(ready.get('gateway')?.['url']), ended, stop };
}

async function supervise(specs: readonly ProcessSpec[], { onLine, until }: ProcessOptions): Promise<Supervision> {
  const words = new LastWords();
  const explain = (error: unknown): never => {
    throw words.explain(error);
  };
  const { ready, ended, stop } = await superviseProcesses(specs, {
    onLine: (line, name) => {
      const own = line.slice(line.indexOf(' | ') + 3);
      words.hear(name, own);
      onLine(name, own);
    },
    onExit: () => undefined,
    until,
  }).catch(explain);
  const explained = ended.catch(explain);
  explained.catch(() => undefined); // it may come before anybody waits for it
  return { ready, ended: explained, stop };
}
