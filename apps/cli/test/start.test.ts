import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { foundingStory, loadScenario, startCourthouse } from '@vigil/courthouse';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { errorOf, makePlace, vigil } from './vigil.js';
import { answers, endProcesses, processesOf, spawnVigil } from './vigil-process.js';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'vigil-start-'));
});
afterEach(async () => {
  endProcesses();
  await rm(home, { recursive: true, force: true });
});

const contact = 'mailto:operator@example.org';

describe('vigil start', () => {
  it(
    'runs the house on an embedded database until Ctrl-C, and other commands find it',
    { timeout: 90_000 },
    async () => {
      const courthouse = await startCourthouse({ scenario: await loadScenario(foundingStory) });
      const env = { VIGIL_HOME: home, VIGIL_PORT: '0', VIGIL_SIMULATOR_URL: courthouse.origin };
      const house = spawnVigil(env, 'start');
      const { url } = await house.first((record) => record['ready'] === true);
      expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\//);
      expect((await vigil(env, 'watch', 'add', 'ca4')).code).toBe(0);
      await expect
        .poll(async () => (await vigil(env, 'timeline', '--json')).out, { timeout: 30_000, interval: 500 })
        .toContain('"court":"ca4"');
      house.kill('SIGINT');
      expect(await house.ended).toBe(0);
      expect(processesOf(home)).toEqual([]);
      expect(await answers(String(url))).toBe(false);
      await courthouse.close();
    },
  );

  it('refuses to ask real courts without a contact, by the setting’s name', { timeout: 60_000 }, async () => {
    const place = await makePlace();
    const house = spawnVigil({ VIGIL_HOME: home, DATABASE_URL: place.databaseUrl, VIGIL_PORT: '0' }, 'start');
    expect(await house.ended).toBe(1);
    expect(errorOf({ code: 1, out: '', err: house.err() })).toMatchObject({
      code: 'BAD_SETTING',
      message: expect.stringMatching(/^VIGIL_CONTACT: got nothing, wants/),
    });
    expect(processesOf(home)).toEqual([]);
    await place.leave();
  });

  it('says that its port is taken, and leaves no process behind', { timeout: 60_000 }, async () => {
    const place = await makePlace();
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const port = String((other.address() as AddressInfo).port);
    const env = { VIGIL_HOME: home, DATABASE_URL: place.databaseUrl, VIGIL_CONTACT: contact, VIGIL_PORT: port };
    const house = spawnVigil(env, 'start');
    expect(await house.ended).toBe(1);
    expect(errorOf({ code: 1, out: '', err: house.err() })).toMatchObject({
      code: 'BAD_SETTING',
      message: expect.stringContaining(`VIGIL_PORT: got ${port}`),
    });
    expect(processesOf(home)).toEqual([]);
    other.close();
    await place.leave();
  });

  it('says that its database is dead', { timeout: 60_000 }, async () => {
    const env = { VIGIL_HOME: home, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing', VIGIL_CONTACT: contact };
    const house = spawnVigil(env, 'start');
    expect(await house.ended).toBe(1);
    expect(errorOf({ code: 1, out: '', err: house.err() })).toMatchObject({ code: 'DATABASE_UNREACHABLE' });
    expect(processesOf(home)).toEqual([]);
  });
});
