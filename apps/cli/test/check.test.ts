import { parseScenario, startCourthouse, VirtualClock, type Courthouse } from '@vigil/courthouse';
import { createTestDovecot, hasDovecot } from '@vigil/tooling/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Environment } from '../src/world.js';
import { errorOf, makePlace, records, startVigil, vigil, type Place } from './vigil.js';

const scenario = parseScenario({
  title: 'One order',
  clock: { start: '2017-12-14T20:00:00Z' },
  courts: [
    {
      id: 'cacd',
      name: 'Central District of California',
      shape: 'district',
      documentPrefix: '031',
      cases: [
        {
          id: '90001',
          number: '8:17-cv-90001',
          caption: 'Elm v. Ash',
          entries: [{ at: '2017-12-14T19:00:00Z', sequence: 1, number: 1, labels: ['Order'], document: '1234567' }],
        },
      ],
    },
  ],
});
const host = 'ecf.cacd.uscourts.gov';

let place: Place;
let courthouse: Courthouse;
let env: Environment;
beforeAll(async () => {
  place = await makePlace();
  courthouse = await startCourthouse({ scenario, clock: new VirtualClock(scenario.clock) });
  env = { ...place.env, VIGIL_SIMULATOR_URL: courthouse.origin };
});
beforeEach(() => courthouse.fault(host, null));
afterAll(async () => {
  await courthouse.close();
  await place.leave();
});

describe('vigil check', () => {
  it('looks once, here and now, at a court that nobody watches', async () => {
    expect((await vigil(env, 'check', 'cacd')).out).toMatch(/^RSS feed of .*California: news, 1 Change\n$/);
    expect(records((await vigil(env, 'check', 'cacd', '--json')).out)).toMatchObject([
      { outcome: 'NO_NEWS', changes: 0 },
    ]);
  });

  it('knows a Watch and a Target by their ids', async () => {
    const [watch] = records((await vigil(env, 'watch', 'add', 'cacd', '--json')).out);
    for (const id of [watch!['id'], watch!['targetId']]) {
      const [checked] = records((await vigil(env, 'check', String(id), '--json')).out);
      expect(checked).toMatchObject({ targetId: watch!['targetId'], outcome: 'NO_NEWS' });
    }
    expect((await vigil(env, 'check', '01234567-89ab-cdef-0123-456789abcdef')).err).toMatch(/^NOT_FOUND: /);
  });

  it.runIf(hasDovecot())(
    'reads the mailbox that the settings name, and says neither its user nor its password',
    async () => {
      const dovecot = await createTestDovecot();
      onTestFinished(() => dovecot.drop());
      const { host: at, port, user, password } = dovecot;
      const own = await makePlace();
      onTestFinished(() => own.leave());
      const home = { ...own.env, VIGIL_SIMULATOR_URL: courthouse.origin };
      const mail = { ...home, VIGIL_MAIL_URL: `imap://${user}@${at}:${port}/INBOX` };
      const [watch] = records((await vigil(home, 'watch', 'add', '--source', 'court-mail', '--json')).out);
      expect(watch).toMatchObject({ title: 'Court notices in the mailbox', court: null });
      const id = String(watch!['id']);
      expect((await vigil(home, 'check', id)).err).toMatch(/^BAD_SETTING: VIGIL_MAIL_URL: got nothing/);
      const ran = await vigil({ ...mail, VIGIL_MAIL_PASSWORD: password }, 'check', id);
      expect(ran).toMatchObject({ code: 0, out: 'Court notices in the mailbox: no news\n' });
      const refused = await vigil({ ...mail, VIGIL_MAIL_PASSWORD: 'sEcret' }, 'check', id);
      expect(refused.err).toMatch(/^MAILBOX_LOGIN: /);
      expect(JSON.stringify([ran, refused])).not.toMatch(/petra|hunter2|sEcret/);
    },
  );

  it('tells why it could not see', async () => {
    courthouse.fault(host, { kind: 'challenge', status: 200 });
    const ran = await vigil(env, 'check', 'cacd', '--json');
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(errorOf(ran)).toMatchObject({ code: 'BLOCKED_BY_PUBLISHER', wayOut: expect.stringContaining('A person') });
  });

  it('ends at once with exit code 130 when it is interrupted', async () => {
    courthouse.fault(host, { kind: 'hang' });
    const hanging = startVigil(env, 'check', 'cacd');
    await expect.poll(() => courthouse.requests.at(-1), { timeout: 40_000 }).toMatchObject({ status: null });
    expect(await hanging.stop()).toEqual({ code: 130, out: '', err: '' });
  });

  it('names the setting without which it does not ask a real court', async () => {
    const { code, err } = await vigil(place.env, 'check', 'cacd');
    expect(code).toBe(1);
    expect(err).toMatch(/^BAD_SETTING: .*VIGIL_CONTACT/);
  });
});

describe('vigil coverage', () => {
  it('shows where Vigil is blind and why, until it sees again', async () => {
    courthouse.fault(host, { kind: 'maintenance', status: 200 });
    await vigil(env, 'check', 'cacd');
    const blind = await vigil(env, 'coverage', '--json');
    expect(records(blind.out)).toMatchObject([{ court: 'cacd', state: 'BLIND', reason: 'MAINTENANCE', toAt: null }]);
    expect((await vigil(env, 'coverage', '--court', 'cacd')).out).toMatch(
      /California {2}blind {2}.+ to now +MAINTENANCE/,
    );
    expect((await vigil(env, 'coverage', '--court', 'nyed')).out).toBe('');

    courthouse.fault(host, null);
    await vigil(env, 'check', 'cacd');
    expect(await vigil(env, 'coverage')).toMatchObject({ out: '', err: expect.stringContaining('missed nothing') });
    const all = records((await vigil(env, 'coverage', '--all', '--json')).out);
    expect(all.map(({ state, recovered }) => [state, recovered])).toContainEqual(['BLIND', true]);
  });

  it('names what was never looked at', async () => {
    await vigil(env, 'watch', 'add', 'txwd');
    expect((await vigil(env, 'coverage')).err).toContain('Western District of Texas: not looked at yet');
  });
});
