import { asConnectError } from '@vigil/db';
import { catalogue } from '@vigil/errors';
import type { AppliedMigration, DatabaseFacts, Migration, RoleFacts } from './database-facts.js';
import { fail, few, ok, warn, type Finding } from './finding.js';

const oldestServer = 150_000;
const [skewToTell, skewTooFar] = [2_000, 60_000];

/** Each trouble of a database that answers, or that there is none. */
export function checkDatabase(facts: DatabaseFacts, known: readonly Migration[]): readonly Finding[] {
  return [
    checkServer(facts),
    checkZone(facts.zone),
    checkClock(facts.aheadMs),
    checkRole(facts.role),
    checkMigrations(facts.applied, known),
  ];
}

/** A database that does not answer, or not to us, by what was thrown. Without a `url` its address could not be read. */
export function unreachable(error: unknown, url: string | null): Finding {
  if (url === null) {
    const reason = error instanceof Error ? error.message : String(error);
    return fail('database', `its address cannot be read: ${reason}`, 'Run the doctor as the user that runs Vigil.');
  }
  const { message, wayOut } = asConnectError(error, url);
  return fail('database', message, wayOut);
}

function checkServer({ version, encoding }: DatabaseFacts): Finding {
  const name = `PostgreSQL ${Math.floor(version / 10_000)}.${version % 10_000}`;
  if (version < oldestServer) return fail('database', `${name} is too old`, catalogue.DATABASE_TOO_OLD.wayOut);
  if (encoding !== 'UTF8')
    return fail('database', `${name}, in ${encoding} and not in UTF8`, catalogue.DATABASE_ENCODING.wayOut);
  return ok('database', name);
}

function checkZone(zone: string): Finding {
  if (zone === 'UTC') return ok('zone', 'sessions are in UTC');
  return fail('zone', `sessions that ask for UTC are in ${zone}`, catalogue.DATABASE_ZONE.wayOut);
}

function checkClock(aheadMs: number): Finding {
  const seconds = (Math.abs(aheadMs) / 1_000).toFixed(1);
  const found = `the database’s clock is ${seconds} s ${aheadMs < 0 ? 'behind' : 'ahead of'} this machine’s`;
  if (Math.abs(aheadMs) < skewToTell) return ok('clock', found);
  const mend = 'Set both clocks by NTP.';
  return Math.abs(aheadMs) < skewTooFar ? warn('clock', found, mend) : fail('clock', found, mend);
}

function checkRole({ user, mayMake, exists, takeable, tooStrong }: RoleFacts): Finding {
  if (!exists)
    return mayMake
      ? ok('role', `vigil_app is not there yet; ${user} makes it with the first migration`)
      : fail(
          'role',
          `vigil_app is not there, and ${user} may not make it`,
          'Let an administrator run the migrations once.',
        );
  if (!takeable)
    return fail('role', `${user} may not take the role vigil_app`, `As an administrator: GRANT vigil_app TO "${user}"`);
  if (tooStrong)
    return fail(
      'role',
      'vigil_app can bypass row-level security',
      'As an administrator: ALTER ROLE vigil_app NOSUPERUSER NOBYPASSRLS, and give its tables to the owner of the database.',
    );
  return ok('role', `${user} works as vigil_app`);
}

/** Whether a database is at this release's schema. */
export function checkMigrations(applied: readonly AppliedMigration[] | null, known: readonly Migration[]): Finding {
  const name = 'migrations';
  if (applied === null)
    return fail(
      name,
      'may not be read by the user of DATABASE_URL',
      'Mend the role first, or name the owner of the tables.',
    );
  const ours = new Map(known.map(({ name, checksum }) => [name, checksum]));
  const broken = applied.filter(({ finished }) => !finished);
  if (broken.length > 0)
    return fail(name, `failed half-way: ${namesOf(broken)}`, 'Restore the database from a backup.');
  const newer = applied.filter((migration) => !ours.has(migration.name));
  if (newer.length > 0) return fail(name, `of a newer release: ${namesOf(newer)}`, catalogue.SCHEMA_MISMATCH.wayOut);
  const edited = applied.filter((migration) => ours.get(migration.name) !== migration.checksum);
  if (edited.length > 0)
    return fail(name, `edited after they were applied: ${namesOf(edited)}`, catalogue.SCHEMA_MISMATCH.wayOut);
  const pending = pendingOf(applied, known);
  if (pending.length > 0) return warn(name, `pending: ${namesOf(pending)}`, '`vigil start` applies them.');
  return ok(name, `all ${known.length} applied`);
}

/** The migrations that a database still lacks. */
export function pendingOf(applied: readonly Migration[], known: readonly Migration[]): readonly Migration[] {
  const there = new Set(applied.map(({ name }) => name));
  return known.filter(({ name }) => !there.has(name));
}

const namesOf = (migrations: readonly Migration[]): string => few(migrations.map(({ name }) => name));
