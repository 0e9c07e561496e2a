import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { foundingStory, loadScenario } from '@vigil/courthouse';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { errorOf } from './vigil.js';
import { answers, endProcesses, processesOf, spawnVigil, type VigilProcess } from './vigil-process.js';

const scenario = await loadScenario(foundingStory);
const entries = scenario.courts.flatMap(({ cases }) => cases.flatMap((docketCase) => docketCase.entries));
const speed = '12';

let home: string;
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'vigil-demo-'));
});
afterEach(endProcesses);
afterAll(() => rm(home, { recursive: true, force: true }));

/** A key of the real archive and a Redis of the real house must not matter to the demo. */
const foreign = {
  VIGIL_ARCHIVE_KEY: Buffer.alloc(32, 1).toString('base64'),
  REDIS_URL: 'redis://127.0.0.1:1',
};
const start = (...words: readonly string[]): VigilProcess =>
  spawnVigil({ ...foreign, VIGIL_HOME: home }, 'demo', ...words);
const told = ({ records }: VigilProcess): readonly Record<string, unknown>[] =>
  records().filter((record) => 'headline' in record);
const urlOf = async (demo: VigilProcess): Promise<string> =>
  String((await demo.first((record) => record['demo'] === 'runs'))['url']);

async function nothingIsLeft(url: string): Promise<void> {
  await expect.poll(() => processesOf(home), { timeout: 40_000 }).toEqual([]);
  expect(await answers(url)).toBe(false);
}

it(
  'the demo tells every Event of its story once, though it is killed, and leaves no process',
  { timeout: 180_000 },
  async () => {
    const killed = start('--speed', speed);
    const url = await urlOf(killed);
    expect(await answers(url)).toBe(true);
    // Killed when it has just told something: between keeping that it tells and telling, a kill would swallow a line.
    await killed.first(() => told(killed).length > 5);
    killed.kill('SIGKILL');
    await nothingIsLeft(url);

    const last = start('--speed', speed, '--exit');
    expect(await last.ended).toBe(0);
    const runs = [killed, last];
    for (const run of runs) expect(told(run).length).toBeGreaterThan(0);
    const events = runs.flatMap(told);
    expect(events.map(({ change }) => (change as { kind: string }).kind)).toEqual(entries.map(() => 'ADDED'));
    expect(new Set(events.map(({ id }) => id)).size).toBe(entries.length);
    const order = events.filter(
      ({ founding, headline }) => founding === true && String(headline).endsWith('Temporary Restraining Order'),
    );
    expect(order).toMatchObject([
      { headline: 'Ex Parte Application for Temporary Restraining Order' },
      { headline: 'Order to Show Cause · Temporary Restraining Order', occurredAt: { day: '2017-12-14' } },
    ]);

    const after = start('--exit');
    expect(await after.ended).toBe(0);
    expect(told(after)).toEqual([]);
    expect(after.records().at(-1)).toMatchObject({ demo: 'over', told: entries.length });
    await nothingIsLeft(url);
  },
);

it(
  '--fresh forgets it all and begins anew; a second demo beside it is refused; Ctrl-C leaves no process',
  { timeout: 90_000 },
  async () => {
    const demo = start('--fresh', '--speed', speed);
    expect(await demo.first((record) => record['demo'] === 'begins')).toMatchObject({ told: 0, over: false });
    const url = await urlOf(demo);
    await demo.first((record) => record['founding'] === true);
    const second = start();
    expect(await second.ended).toBe(1);
    expect(errorOf({ code: 1, out: '', err: second.err() })['message']).toContain('the demo runs already');
    expect(told(demo)[0]).toMatchObject({ occurredAt: { day: '2017-10-26' } });
    demo.kill('SIGINT');
    expect(await demo.ended).toBe(0);
    expect(processesOf(home)).toEqual([]);
    expect(await answers(url)).toBe(false);
  },
);
