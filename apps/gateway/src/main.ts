/** The gateway as a process: settings in, a timeline out until it is told to stop. */
import { asDatabaseError, ensureLocalOrganisation, localOrganisationId, migrate, openDatabase } from '@vigil/db';
import { asVigilError, VigilError } from '@vigil/errors';
import { announceReady, endInTime, exitWithParent, stopSignal, whenAborted } from '@vigil/local-stack';
import { openQueue } from '@vigil/queue';
import { readSettings, type Settings } from '@vigil/settings';
import { sources } from '@vigil/sources';
import { startTracing, traceOfLog } from '@vigil/telemetry';
import { pino } from 'pino';
import { startGateway } from './start-gateway.js';

const graceMs = 5_000;
/** Letting go of all connections, and of the last spans, included. */
const endMs = graceMs + 4_000;

async function main(settings: Settings, until: AbortSignal): Promise<void> {
  const { databaseUrl, redisUrl, host, port, logLevel, courtlistenerHookSecret, canaryUrl } = settings;
  const log = pino({ level: logLevel, name: 'gateway', mixin: traceOfLog });
  endInTime(until, { withinMs: endMs, onLate: () => log.warn('ended before all that it had begun') });
  if (databaseUrl === null)
    throw new VigilError(
      'BAD_SETTING',
      'DATABASE_URL: got nothing, wants a PostgreSQL URL; `npm start` starts an embedded one and sets it',
    );
  const tracing = await startTracing({
    service: 'vigil-gateway',
    env: process.env,
    onError: (why) => log.warn({ why }, 'traces could not be exported'),
  });
  await migrate(databaseUrl);
  await prepare(databaseUrl);
  const queue = await openQueue({
    databaseUrl,
    redisUrl,
    onError: (error, target) => log.warn({ code: error.code, target }, error.message),
  });
  const gateway = await startGateway({
    databaseUrl,
    redisUrl,
    host,
    port,
    organisationId: localOrganisationId,
    sources,
    checkNow: (targetId) => queue.checkNow(targetId),
    courtlistenerHookSecret,
    canary: canaryUrl !== null,
    log,
  });
  log.info({ url: gateway.url }, 'serving');
  announceReady({ url: gateway.url });
  await whenAborted(until);
  await gateway.close(graceMs);
  await queue.close();
  await tracing.stop();
}

async function prepare(databaseUrl: string): Promise<void> {
  const db = await openDatabase({ url: databaseUrl, max: 1 });
  try {
    await ensureLocalOrganisation(db);
  } finally {
    await db.close();
  }
}

try {
  exitWithParent();
  await main(readSettings(process.env), stopSignal());
  process.exit(0);
} catch (error) {
  const { code, message, wayOut } = asVigilError(asDatabaseError(error, process.env['DATABASE_URL'] ?? ''));
  process.stderr.write(`vigil gateway: ${code}: ${message}\n  ${wayOut}\n`);
  process.exit(1);
}
