import { coverageOf, openDatabase } from '@vigil/db';
import type { Settings } from '@vigil/settings';
import { readRedisHealth } from '@vigil/queue';
import { closing } from '../house/closing.js';
import { viewWatches } from '../watching/watch-view.js';
import type { Environment } from '../world.js';
import { checkArchive, readArchiveFacts } from './archive.js';
import { knownMigrations, readDatabaseFacts, type QueueFacts } from './database-facts.js';
import { checkDatabase, pendingOf, unreachable } from './database.js';
import { findEmbedded } from './embedded-postgres.js';
import { warn, type Finding } from './finding.js';
import { checkBrowser, checkNode, findBrowser } from './machine.js';
import { checkPort, findPortHolder } from './port.js';
import { checkRedis, redisUnreachable } from './redis.js';
import { examineSettings } from './settings.js';
import { checkQueue, checkSchedules, checkSight } from './watching.js';

/**
 * Every check, in the order in which one would mend what they find. Starts nothing and changes nothing; what cannot be
 * looked at as long as something before it is wrong is left out.
 */
export async function examine(env: Environment): Promise<readonly Finding[]> {
  const { settings, finding } = examineSettings(env);
  const machine = [checkNode(process.versions.node), finding];
  if (settings === null) return machine;
  const port = checkPort(settings, settings.port === 0 ? 'nobody' : await findPortHolder(settings));
  const archive = checkArchive(await readArchiveFacts(settings.home, env));
  const browser = checkBrowser(await findBrowser(env));
  const { findings: redis, queue } = await examineRedis(settings);
  return [...machine, port, ...archive, browser, ...redis, ...(await examineDatabase(settings, queue))];
}

/** Where a Redis is named, the queue is there; `queue` is then null where it could not be looked at. */
async function examineRedis({ redisUrl }: Settings): Promise<{
  readonly findings: readonly Finding[];
  readonly queue?: QueueFacts | null;
}> {
  if (redisUrl === null) return { findings: [] };
  try {
    const { checks, ...facts } = await readRedisHealth(redisUrl);
    return { findings: checkRedis(facts), queue: checks };
  } catch (error) {
    return { findings: [redisUnreachable(error)], queue: null };
  }
}

async function examineDatabase(
  { databaseUrl, home }: Settings,
  queueInRedis: QueueFacts | null | undefined,
): Promise<readonly Finding[]> {
  let url = databaseUrl;
  try {
    url ??= await findEmbedded(home);
    if (url === null) return [notRunning(home)];
    const [facts, known] = await Promise.all([readDatabaseFacts(url), knownMigrations()]);
    const queue = queueInRedis === undefined ? facts.queue : queueInRedis;
    const findings = [...checkDatabase(facts, known), checkQueue(queue)];
    const current = pendingOf(facts.applied ?? [], known).length === 0;
    const readable = current && findings.every(({ state }) => state !== 'fail');
    return readable ? [...findings, ...(await examineTargets(url))] : findings;
  } catch (error) {
    const refused = error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED';
    return [databaseUrl === null && refused ? notRunning(home) : unreachable(error, url)];
  }
}

const notRunning = (home: string): Finding =>
  warn(
    'database',
    `DATABASE_URL is not set, and no embedded PostgreSQL of ${home} runs`,
    '`vigil start` starts one; run the doctor beside it to look at the database too.',
  );

async function examineTargets(url: string): Promise<readonly Finding[]> {
  return await closing(async (later) => {
    const db = await openDatabase({ url, max: 2 });
    later(() => db.close());
    const watched = (await viewWatches(db)).filter(({ watch }) => watch.pausedAt === null);
    const targets = [...new Map(watched.map(({ target }) => [target.id, target])).values()];
    const ids = targets.map(({ id }) => id);
    const latest = (await coverageOf(db, ids, 1)).map(([row]) => row);
    return [checkSchedules(targets, Date.now()), checkSight(targets, latest)];
  });
}
