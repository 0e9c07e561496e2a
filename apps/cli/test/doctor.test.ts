import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadArchiveKey, openArchive } from '@vigil/archive';
import { foundingStory, loadScenario, startCourthouse } from '@vigil/courthouse';
import { openQueue } from '@vigil/queue';
import { createEmptyDatabase, createTestDatabase, createTestRedis, testStores } from '@vigil/tooling/testing';
import type { TestDatabase } from '@vigil/tooling/testing';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { checkArchive } from '../src/doctor/archive.js';
import type { DatabaseFacts } from '../src/doctor/database-facts.js';
import { checkDatabase } from '../src/doctor/database.js';
import type { Finding } from '../src/doctor/finding.js';
import { checkRedis } from '../src/doctor/redis.js';
import { checkBrowser, checkNode, oldestNode } from '../src/doctor/machine.js';
import type { Environment } from '../src/world.js';
import { endProcesses, spawnVigil } from './vigil-process.js';
import { errorOf, records, vigil } from './vigil.js';

const contact = { VIGIL_CONTACT: 'mailto:operator@example.org', VIGIL_PORT: '0' };

let home: string;
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'vigil-doctor-'));
});
afterAll(() => rm(home, { recursive: true, force: true }));

/** What the doctor finds, by the name of the check. */
async function find(env: Environment): Promise<{ readonly code: number; readonly of: (name: string) => unknown }> {
  const { code, out } = await vigil({ VIGIL_HOME: home, ...contact, ...env }, 'doctor', '--json');
  const findings = records(out);
  return { code, of: (name) => findings.find((finding) => finding['name'] === name) };
}

/** A database of one test, and a way to spoil it. */
async function database(make: () => Promise<TestDatabase>): Promise<{ url: string; run: pg.Client['query'] }> {
  const { url, drop } = await make();
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  onTestFinished(async () => {
    await client.end();
    await drop();
  });
  return { url, run: client.query.bind(client) };
}

describe('a healthy machine', () => {
  it('has nothing to mend, and the doctor leaves nothing behind', async () => {
    const { url, run } = await database(createTestDatabase);
    const before = await run(`SELECT count(*)::int AS n FROM pg_class`);
    const { code, out } = await vigil({ ...contact, DATABASE_URL: url, VIGIL_HOME: home }, 'doctor', '--json');
    const findings = records(out) as unknown as readonly Finding[];
    expect(findings.filter(({ state }) => state === 'fail')).toEqual([]);
    expect(code).toBe(0);
    expect(findings.map(({ name }) => name)).toEqual(
      'node,settings,port,archive,archive key,disk,browser,database,zone,clock,role,migrations,queue,schedules,sight'.split(
        ',',
      ),
    );
    for (const { state, mend } of findings) expect(mend === null).toBe(state === 'ok');
    expect(await readdir(home)).toEqual([]);
    expect((await run(`SELECT count(*)::int AS n FROM pg_class`)).rows).toEqual(before.rows);
  });

  it('is told to people one check a line, without a password', async () => {
    const { url } = await database(createTestDatabase);
    const { out } = await vigil({ ...contact, DATABASE_URL: url, VIGIL_HOME: home }, 'doctor');
    expect(out).toMatch(/^ok    node  .+\nok    settings /);
    expect(out).not.toContain(new URL(url).password);
  });
});

describe('settings and machine', () => {
  it('wrong settings are all there is to tell', async () => {
    const { code, of } = await find({ VIGIL_PROT: '1' });
    expect(code).toBe(1);
    expect(of('settings')).toMatchObject({ state: 'fail', found: expect.stringContaining('VIGIL_PROT') });
    expect(of('database')).toBeUndefined();
  });

  it('a missing contact keeps the scraper from starting', async () => {
    const ran = await vigil({ VIGIL_HOME: home, VIGIL_PORT: '0' }, 'doctor', '--json');
    expect(ran.code).toBe(1);
    expect(errorOf(ran)).toMatchObject({ code: 'UNHEALTHY', message: 'settings' });
  });

  it('an old Node fails, and the oldest is that of the root package', async () => {
    const root = await readFile(new URL('../../../package.json', import.meta.url), 'utf8');
    expect((JSON.parse(root) as { engines: { node: string } }).engines.node).toBe(`>=${oldestNode}`);
    expect(['18.20.0', '20.18.3', '20.19.0', '24.0.0'].map((version) => checkNode(version).state)).toEqual([
      'fail',
      'fail',
      'ok',
      'ok',
    ]);
  });

  it('a missing browser is no failure', () => {
    expect(checkBrowser(null).state).toBe('warn');
  });

  it('a port that another holds fails', async () => {
    const other = createServer((socket) => socket.on('error', () => undefined).end('no gateway\n')).listen(
      0,
      '127.0.0.1',
    );
    await once(other, 'listening');
    onTestFinished(() => void other.close());
    const port = String((other.address() as AddressInfo).port);
    const { code, of } = await find({ VIGIL_PORT: port });
    expect(code).toBe(1);
    expect(of('port')).toMatchObject({ state: 'fail', found: `${port} is taken by another process` });
  });
});

describe('the archive', () => {
  it('a wrong key and a lost one fail, and no new one is made', async () => {
    const own = await mkdtemp(path.join(home, 'archive-'));
    const directory = path.join(own, 'archive');
    const archive = openArchive({ directory, key: await loadArchiveKey({ directory, env: {} }) });
    await archive.put(Buffer.from('a page'));
    expect((await find({ VIGIL_HOME: own })).of('archive key')).toMatchObject({ state: 'ok', found: 'right' });
    const other = await find({ VIGIL_HOME: own, VIGIL_ARCHIVE_KEY: Buffer.alloc(32).toString('base64') });
    expect([other.code, other.of('archive key')]).toEqual([1, expect.objectContaining({ state: 'fail' })]);
    await rm(path.join(directory, 'archive.key'));
    const lost = await find({ VIGIL_HOME: own });
    expect(lost.of('archive key')).toMatchObject({ state: 'fail', found: expect.stringContaining('missing') });
    expect(await readdir(directory)).not.toContain('archive.key');
  });

  it('a home that cannot be a folder fails', async () => {
    const own = await mkdtemp(path.join(home, 'file-'));
    await writeFile(path.join(own, 'file'), '');
    const { of } = await find({ VIGIL_HOME: path.join(own, 'file', 'home') });
    expect(of('archive')).toMatchObject({ state: 'fail', found: expect.stringContaining('cannot be written') });
  });

  it('a disk is scarce below 1 GiB, and full below a tenth of it', () => {
    const stateAt = (freeBytes: number): unknown =>
      checkArchive({ directory: '/a', writable: true, freeBytes, key: 'right' }).at(-1)!.state;
    expect([2 ** 30, 2 ** 30 - 1, 2 ** 26].map(stateAt)).toEqual(['ok', 'warn', 'fail']);
  });
});

describe('the database', () => {
  it('that is not there is told, and nothing is started for it', async () => {
    const own = await mkdtemp(path.join(home, 'none-'));
    const { code, of } = await find({ VIGIL_HOME: own });
    expect(code).toBe(0);
    expect(of('database')).toMatchObject({ state: 'warn', found: expect.stringContaining('no embedded PostgreSQL') });
    expect(await readdir(own)).toEqual([]);
  });

  it('that was embedded and has stopped is told the same way', async () => {
    const own = await mkdtemp(path.join(home, 'stopped-'));
    await mkdir(path.join(own, 'postgres'));
    const credentials = JSON.stringify({ port: 1, user: 'vigil', password: 'x' });
    await writeFile(path.join(own, 'postgres', 'vigil-credentials.json'), credentials);
    expect((await find({ VIGIL_HOME: own })).of('database')).toMatchObject({ state: 'warn' });
  });

  it('that is dead fails', async () => {
    const { code, of } = await find({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing' });
    expect(code).toBe(1);
    expect(of('database')).toMatchObject({ state: 'fail', mend: 'Check DATABASE_URL and the server.' });
  });

  it('whose name is wrong fails with a way out of its own', async () => {
    const { url } = await database(createEmptyDatabase);
    const { of } = await find({ DATABASE_URL: `${url}_of_nobody` });
    expect(of('database')).toMatchObject({ state: 'fail', mend: expect.stringContaining('Create the database') });
  });

  it('without a schema has migrations pending, and is not given them', async () => {
    const { url, run } = await database(createEmptyDatabase);
    const { code, of } = await find({ DATABASE_URL: url });
    expect(code).toBe(0);
    expect(of('migrations')).toMatchObject({ state: 'warn', found: expect.stringContaining('_init') });
    expect(
      (await run(`SELECT FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`)).rowCount,
    ).toBe(0);
  });

  it.each([
    [
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('1', '', '2999_later', now())`,
      /newer/,
    ],
    [`UPDATE _prisma_migrations SET finished_at = NULL`, /half-way/],
    [`UPDATE _prisma_migrations SET checksum = 'other'`, /edited/],
  ])('fails after %s', async (sql, found) => {
    const { url, run } = await database(createTestDatabase);
    await run(sql);
    const { code, of } = await find({ DATABASE_URL: url });
    expect(code).toBe(1);
    expect(of('migrations')).toMatchObject({ state: 'fail', found: expect.stringMatching(found) });
    expect(of('schedules')).toBeUndefined();
  });

  it('whose sessions are in another zone fails', async () => {
    const { url } = await database(createTestDatabase);
    const { of } = await find({ DATABASE_URL: `${url}?options=-c%20TimeZone%3DAsia/Tokyo` });
    expect(of('zone')).toMatchObject({ state: 'fail', found: expect.stringContaining('Asia/Tokyo') });
  });

  it('whose user may not work as vigil_app fails', async () => {
    const { url, run } = await database(createTestDatabase);
    await run(`CREATE ROLE vigil_doctor_test LOGIN PASSWORD 'only-here'`);
    onTestFinished(async () => void (await run('DROP ROLE vigil_doctor_test')));
    const theirs = Object.assign(new URL(url), { username: 'vigil_doctor_test', password: 'only-here' });
    const { code, of } = await find({ DATABASE_URL: theirs.href });
    expect(code).toBe(1);
    expect(of('role')).toMatchObject({ state: 'fail', mend: expect.stringContaining('GRANT vigil_app') });
    expect(of('migrations')).toMatchObject({ state: 'fail' });
  });

  it('whose role owns tables fails', async () => {
    const { url, run } = await database(createTestDatabase);
    await run('ALTER TABLE target OWNER TO vigil_app');
    expect((await find({ DATABASE_URL: url })).of('role')).toMatchObject({ state: 'fail' });
  });

  it('that is old, or whose clock is off, or whose role nobody may make, fails', () => {
    const role = { user: 'vigil', mayMake: true, exists: true, takeable: true, tooStrong: false };
    const facts: DatabaseFacts = {
      version: 150_004,
      encoding: 'UTF8',
      zone: 'UTC',
      aheadMs: 20,
      role,
      applied: [],
      queue: null,
    };
    const stateOf = (name: string, change: Partial<DatabaseFacts>): unknown =>
      checkDatabase({ ...facts, ...change }, []).find((finding) => finding.name === name)?.state;
    expect(stateOf('database', {})).toBe('ok');
    expect(stateOf('database', { version: 140_012 })).toBe('fail');
    expect(stateOf('database', { encoding: 'LATIN1' })).toBe('fail');
    expect([0, -3_000, 600_000].map((aheadMs) => stateOf('clock', { aheadMs }))).toEqual(['ok', 'warn', 'fail']);
    const none = { ...role, exists: false, takeable: false };
    expect(stateOf('role', { role: none })).toBe('ok');
    expect(stateOf('role', { role: { ...none, mayMake: false } })).toBe('fail');
  });
});

describe('Redis', () => {
  it('that does not answer fails, and its password is not shown', async () => {
    const { code, of } = await find({ REDIS_URL: 'redis://:hunter2@127.0.0.1:1' });
    expect(code).toBe(1);
    expect(of('redis')).toMatchObject({ state: 'fail', mend: expect.stringContaining('Check REDIS_URL') });
    expect(JSON.stringify(of('redis'))).not.toContain('hunter2');
  });

  it('that is old, or does not tell its policy, is told', () => {
    const statesOf = (...facts: Parameters<typeof checkRedis>): unknown =>
      checkRedis(...facts).map(({ state }) => state);
    expect(statesOf({ version: '6.0.16', policy: 'noeviction' })).toEqual(['fail', 'ok']);
    expect(statesOf({ version: '7.2.4', policy: null })).toEqual(['ok', 'warn']);
  });

  it.runIf(testStores().includes('Redis'))('that evicts fails; the queue is looked at there', async () => {
    const { url } = await database(createTestDatabase);
    const redis = await createTestRedis();
    onTestFinished(redis.drop);
    const env = { DATABASE_URL: url, REDIS_URL: redis.url };
    const queue = await openQueue({ databaseUrl: url, redisUrl: redis.url, onError: () => undefined });
    await queue.checkNow('a-target');
    await queue.close();
    const healthy = await find(env);
    expect(healthy.code).toBe(0);
    expect(healthy.of('redis')).toMatchObject({ state: 'ok', found: expect.stringMatching(/^Redis \d/) });
    expect(healthy.of('redis policy')).toMatchObject({ state: 'ok', found: 'noeviction' });
    expect(healthy.of('queue')).toMatchObject({ state: 'ok', found: expect.stringMatching(/^1 waiting/) });
    const unsafe = await createTestRedis('--maxmemory-policy', 'allkeys-lru');
    onTestFinished(unsafe.drop);
    const { code, of } = await find({ ...env, REDIS_URL: unsafe.url });
    expect(code).toBe(1);
    expect(of('redis policy')).toMatchObject({ state: 'fail', found: expect.stringContaining('allkeys-lru') });
  });
});

describe('what is watched', () => {
  it('is overdue after three periods, unless the publisher asked to wait', async () => {
    const { url, run } = await database(createTestDatabase);
    const env = { DATABASE_URL: url, VIGIL_HOME: home, ...contact };
    expect((await vigil(env, 'watch', 'add', 'cacd', '--every', '10m')).code).toBe(0);
    expect((await find({ DATABASE_URL: url })).of('schedules')).toMatchObject({ state: 'warn' });
    await run('UPDATE target SET every_ms = 600000');
    await run(`UPDATE target SET last_checked_at = now() - interval '25 minutes'`);
    expect((await find({ DATABASE_URL: url })).of('schedules')).toMatchObject({ state: 'ok' });
    await run(`UPDATE target SET last_checked_at = now() - interval '31 minutes'`);
    const late = await find({ DATABASE_URL: url });
    expect([late.code, late.of('schedules')]).toEqual([1, expect.objectContaining({ state: 'fail' })]);
    await run(`UPDATE target SET not_before = now() + interval '1 hour'`);
    expect((await find({ DATABASE_URL: url })).of('schedules')).toMatchObject({ state: 'ok' });
  });

  it('is told where it cannot be seen', async () => {
    const { url, run } = await database(createTestDatabase);
    const env = { DATABASE_URL: url, VIGIL_HOME: home, ...contact };
    await vigil(env, 'watch', 'add', 'ca4');
    await run(
      `INSERT INTO coverage (id, target_id, state, reason, from_at) SELECT gen_random_uuid(), id, 'BLIND', 'FETCH_FORBIDDEN', now() FROM target`,
    );
    const { code, of } = await find({ DATABASE_URL: url });
    expect(code).toBe(0);
    expect(of('sight')).toMatchObject({ state: 'warn', found: expect.stringContaining('FETCH_FORBIDDEN') });
  });

  it('waits in the queue no longer than ten minutes while a scraper runs', async () => {
    const { url, run } = await database(createTestDatabase);
    const queue = await openQueue({ databaseUrl: url, onError: () => undefined });
    await queue.checkNow('a-target');
    await queue.close();
    expect((await find({ DATABASE_URL: url })).of('queue')).toMatchObject({
      state: 'ok',
      found: '1 waiting, 0 running, 0 put off, 0 failed lately',
    });
    await run('UPDATE bullmq.job SET added_at_ms = added_at_ms - 3600000');
    expect((await find({ DATABASE_URL: url })).of('queue')).toMatchObject({
      state: 'warn',
      found: expect.stringContaining('one waits for 1h'),
    });
  });
});

describe('beside a running house', () => {
  afterEach(endProcesses);

  it('finds the gateway on its port and the embedded database', { timeout: 90_000 }, async () => {
    const own = await mkdtemp(path.join(home, 'house-'));
    const courthouse = await startCourthouse({ scenario: await loadScenario(foundingStory) });
    const env = { VIGIL_HOME: own, VIGIL_PORT: '0', VIGIL_SIMULATOR_URL: courthouse.origin };
    const house = spawnVigil(env, 'start');
    const { url } = await house.first((record) => record['ready'] === true);
    const { code, of } = await find({ ...env, VIGIL_PORT: new URL(String(url)).port });
    expect(of('port')).toMatchObject({ state: 'ok', found: expect.stringContaining('the gateway answers') });
    expect(of('database')).toMatchObject({ state: 'ok', found: expect.stringMatching(/^PostgreSQL 18/) });
    expect(code).toBe(0);
    house.kill('SIGINT');
    expect(await house.ended).toBe(0);
    await courthouse.close();
  });
});
