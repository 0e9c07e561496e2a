/** The founding story, played by a simulator in this process and told as Vigil learns of it. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { foundingStory, loadScenario, startCourthouse, VirtualClock, type Scenario } from '@vigil/courthouse';
import { addWatch, localOrganisationId, type Database } from '@vigil/db';
import { readSettings } from '@vigil/settings';
import { sourceById } from '@vigil/sources';
import { closing, type Later } from '../house/closing.js';
import { startHouse, type ProcessOptions } from '../stack/processes.js';
import { defaultSource, nameTarget } from '../watching/target-name.js';
import type { World } from '../world.js';
import { atSpeed, lengthOf, lookingPace } from './at-speed.js';
import { forgetDemo, openDemoDatabase } from './demo-home.js';
import { narrate } from './narrator.js';
import { preferredPort } from './preferred-port.js';
import { ProcessLogs } from './process-logs.js';
import { ProgressFile } from './progress.js';
import { tellStory } from './tell-story.js';

/** How the demo is played. */
export interface DemoOptions {
  /** How many times as fast as in two minutes. */
  readonly speed: number;
  /** Forget what earlier runs did. */
  readonly fresh: boolean;
  /** End with the story; else go on serving until this process is asked to end. */
  readonly exit: boolean;
}

/** Plays the demo. Leaves no process behind, however it ends. */
export async function playDemo(world: World, options: DemoOptions): Promise<void> {
  const { env, terminal } = world;
  const until = await world.until();
  const home = path.join(readSettings(env).home, 'demo');
  const scenario = atSpeed(await loadScenario(foundingStory), options.speed);
  if (options.fresh && existsSync(home)) await forgetDemo(home, { onLine: () => undefined, until });
  await closing(async (later) => {
    const logs = new ProcessLogs(home);
    later(() => logs.close());
    const stage: Stage = { world, options, home, scenario, until, onLine: (name, line) => logs.write(name, line) };
    await play(stage, later).catch((error: unknown) => {
      if (!until.aborted) terminal.note(`What scraper, gateway and database said is in ${logs.folder}`);
      throw error;
    });
  });
}

interface Stage extends ProcessOptions {
  readonly world: World;
  readonly options: DemoOptions;
  readonly home: string;
  readonly scenario: Scenario;
}

async function play(stage: Stage, later: Later): Promise<void> {
  const { world, options, home, scenario, until } = stage;
  const { terminal } = world;
  const progress = await ProgressFile.open(home);
  const { told, over } = progress.now;
  const lengthMs = lengthOf(scenario);
  terminal.show({ demo: 'begins', title: scenario.title, told, over }, opening(scenario.courts.length, lengthMs));
  terminal.note('Starting the database …');
  const { db, postgres } = await openDemoDatabase(home, stage, later);

  const clock = new VirtualClock(scenario.clock, { startedAt: Date.now() - progress.now.playedMs / options.speed });
  clock.pause();
  const courthouse = await startCourthouse({ scenario, clock });
  later(() => courthouse.close());
  const targetIds = await watchCourts(db, scenario, lookingPace(options.speed));
  terminal.note('Starting the scraper and the gateway …');
  const house = await startHouse(await houseEnvironment(stage, postgres.url, courthouse.origin), stage);
  later(() => house.stop());
  terminal.show({ demo: 'runs', url: house.pageUrl }, `GraphQL: ${house.pageUrl}\n`);
  if (told > 0 && !over) terminal.note(`The story goes on where it stopped; ${told} Events were told before.`);

  const stop = new AbortController();
  const playing = AbortSignal.any([until, stop.signal]);
  const narration = narrate({ db, url: postgres.url, terminal, progress }, playing);
  const story = tellStory({ clock, lengthMs, speed: options.speed, targetIds }, { db, progress }, playing);
  later(async () => {
    stop.abort();
    await Promise.allSettled([narration, story]);
  });
  const ended = Promise.race([house.ended, postgres.ended, narration]);
  const toTheEnd = await Promise.race([story, ended.then(() => false)]);
  if (!toTheEnd) return;
  progress.keep({ over: true });
  terminal.show(
    { demo: 'over', url: house.pageUrl, told: progress.now.told },
    ending(stage, progress.now.told, house.pageUrl),
  );
  if (!options.exit) await ended;
}

function opening(courts: number, lengthMs: number): string {
  return [
    `Vigil watches the feeds of ${courts} courts, and tells in ${Math.round(lengthMs / 1_000)} seconds what they published from October 2017 to January 2018.`,
    'A simulator stands in for the courts: the case marked ★, its judge and its four dates are real, all else is invented.',
  ].join('\n');
}

function ending({ options, scenario }: Stage, told: number, url: string): string {
  return [
    `\nThe story is told: ${told} Events of ${scenario.courts.length} courts. To see it again: npm run demo -- --fresh`,
    options.exit ? '' : `Ask the timeline at ${url} – Ctrl-C stops everything.`,
  ].join('\n');
}

/** Watches each court of the story; returns the ids of their Targets. */
function watchCourts(db: Database, scenario: Scenario, everyMs: number): Promise<readonly string[]> {
  return Promise.all(
    scenario.courts.map(async ({ id }) => {
      const name = nameTarget(sourceById(defaultSource), { court: id });
      return (await addWatch(db, localOrganisationId, { ...name, label: null, everyMs })).targetId;
    }),
  );
}

/** The settings of scraper and gateway: the environment's own, but none that lead to real courts or real data. */
async function houseEnvironment(
  { world, home }: Stage,
  databaseUrl: string,
  simulatorUrl: string,
): Promise<Readonly<Record<string, string>>> {
  const { port } = readSettings(world.env);
  return {
    DATABASE_URL: databaseUrl,
    VIGIL_HOME: home,
    VIGIL_SIMULATOR_URL: simulatorUrl,
    REDIS_URL: '',
    VIGIL_CANARY_URL: '',
    VIGIL_ARCHIVE_KEY: '',
    VIGIL_PORT: String(world.env['VIGIL_PORT'] ? port : await preferredPort(port)),
  };
}
