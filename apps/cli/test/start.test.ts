import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { foundingStory, loadScenario, startCourthouse } from '@vigil/courthouse';
import { freePort } from '@vigil/local-stack';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { vigil } from './vigil.js';
import { answers, endProcesses, processesOf, spawnVigil } from './vigil-process.js';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'vigil-start-'));
});
afterEach(async () => {
  endProcesses();
  await rm(home, { recursive: true, force: true });
});

describe('vigil start', () => {
  it(
    'runs the house on an embedded database until Ctrl-C, hears its own beat, and other commands find it',
    { timeout: 90_000 },
    async () => {
      const courthouse = await startCourthouse({ scenario: await loadScenario(foundingStory) });
      const env = { VIGIL_HOME: home, VIGIL_PORT: String(await freePort()), VIGIL_SIMULATOR_URL: courthouse.origin };
      const house = spawnVigil(env, 'start');
      const { url } = await house.first((record) => record['ready'] === true);
      expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\//);
      expect((await vigil(env, 'watch', 'add', 'ca4')).code).toBe(0);
      // The beat is of today, so it stands behind what the court entered years ago.
      const timeline = ['timeline', '--court', 'ca4', '--court', 'vigil', '--json'];
      await expect
        .poll(async () => (await vigil(env, ...timeline)).out, { timeout: 30_000, interval: 500 })
        .toMatch(/"court":"ca4"[^]*"type":"BEAT"/);
      house.kill('SIGINT');
      expect(await house.ended).toBe(0);
      expect(processesOf(home)).toEqual([]);
      expect(await answers(String(url))).toBe(false);
      await courthouse.close();
    },
  );
});
