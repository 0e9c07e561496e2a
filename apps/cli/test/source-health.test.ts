import { parseScenario, startCourthouse, VirtualClock, type Courthouse } from '@vigil/courthouse';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Environment } from '../src/world.js';
import { makePlace, records, vigil, type Place } from './vigil.js';

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

let place: Place;
let courthouse: Courthouse;
let env: Environment;
beforeAll(async () => {
  place = await makePlace();
  courthouse = await startCourthouse({ scenario, clock: new VirtualClock(scenario.clock) });
  env = { ...place.env, VIGIL_SIMULATOR_URL: courthouse.origin };
});
afterAll(async () => {
  await courthouse.close();
  await place.leave();
});

it('vigil source health says how all that is watched is; quarantine keeps it from readers, release tells it', async () => {
  expect((await vigil(env, 'source', 'health')).err).toContain('Nothing is watched.');
  await vigil(env, 'watch', 'add', 'cacd');
  expect((await vigil(env, 'source', 'release', 'cmecf-rss')).err).toMatch(/^NOT_FOUND: nothing of cmecf-rss is kept/);

  const kept = await vigil(env, 'source', 'quarantine', 'cmecf-rss', '--court', 'cacd', '--why', 'the court moves');
  expect(kept.out).toMatch(/^Kept from readers: RSS feed of .*California\n$/);
  expect((await vigil(env, 'check', 'cacd')).err).toMatch(/^QUARANTINED: person: the court moves/);
  const [told] = records((await vigil(env, 'source', 'health', '--json')).out);
  expect(told).toMatchObject({
    source: 'cmecf-rss',
    court: 'cacd',
    readings: 0,
    quarantine: { by: 'PERSON', findings: [{ monitor: 'person', why: 'the court moves' }] },
    troubles: [{ kind: 'QUARANTINED', why: 'person: the court moves' }],
  });
  expect((await vigil(env, 'source', 'health', 'cmecf-rss')).out).toContain('QUARANTINED since');
  expect(records((await vigil(env, 'timeline', '--json')).out)).toEqual([]);

  const [released] = records((await vigil(env, 'source', 'release', 'cmecf-rss', '--json')).out);
  expect(released).toMatchObject({ told: 1, changes: 1, refused: [] });
  expect(records((await vigil(env, 'timeline', '--json')).out)).toHaveLength(1);
  await vigil(env, 'check', 'cacd');
  expect((await vigil(env, 'source', 'health', '--troubled')).err).toContain('Nothing is wrong');
  expect((await vigil(env, 'source', 'health', 'nothing')).err).toMatch(/^UNKNOWN_SOURCE: /);
});
