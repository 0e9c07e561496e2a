/** Notices what nobody reports: looks that do not happen, publishers that fall silent. Asks the record, not the queue. */
import { examine, type Examined, type Rooms, type Trouble } from '@vigil/intake';
import type { Logger } from 'pino';
import { Gauge, type Registry } from 'prom-client';

/** What the watchdog needs. */
export interface WatchdogOptions {
  readonly rooms: Pick<Rooms, 'db' | 'sources' | 'now'>;
  readonly registry: Registry;
  readonly log: Logger;
  /** Milliseconds between two rounds. */
  readonly everyMs?: number;
}

const kinds = ['QUARANTINED', 'FAILING', 'CANARY', 'OVERDUE', 'SILENT'] as const;

/**
 * Begins its rounds: a trouble is logged when it begins and when it ends, and counted in `vigil_troubles`. A round that
 * cannot be made is logged, and leaves NaN. `close` waits for the round under way.
 */
export function startWatchdog({ rooms, registry, log, everyMs = 60_000 }: WatchdogOptions): { close(): Promise<void> } {
  const gauge = new Gauge({
    name: 'vigil_troubles',
    help: 'Watched Targets with a trouble (QUARANTINED, FAILING, CANARY, OVERDUE, SILENT); the same of every scraper',
    labelNames: ['kind'],
    registers: [registry],
  });
  let known = new Map<string, Trouble>();
  const round = async (): Promise<void> => {
    try {
      const found = troublesById(await examine(rooms));
      for (const [id, { kind, since, why }] of found)
        if (!known.has(id)) log.warn({ target: targetOf(id), trouble: kind, since }, why);
      for (const [id, { kind }] of known)
        if (!found.has(id)) log.info({ target: targetOf(id), trouble: kind }, 'trouble ended');
      known = found;
      for (const kind of kinds) gauge.set({ kind }, [...found.values()].filter((it) => it.kind === kind).length);
    } catch (error) {
      log.warn({ err: error }, 'the watchdog could not make its round');
      for (const kind of kinds) gauge.set({ kind }, Number.NaN);
    }
  };
  let running = round();
  const timer = setInterval(() => void (running = running.then(round)), everyMs);
  return {
    close: async () => {
      clearInterval(timer);
      await running;
    },
  };
}

const troublesById = (all: readonly Examined[]): Map<string, Trouble> =>
  new Map(all.flatMap(({ target, troubles }) => troubles.map((it) => [`${target.id} ${it.kind}`, it] as const)));

const targetOf = (id: string): string => id.slice(0, id.indexOf(' '));
