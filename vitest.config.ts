import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

// One zone unless a run asks for another, so that a test that leans on the machine's own zone shows here first.
process.env['TZ'] ??= 'UTC';

const cores = availableParallelism();
const faultTests = 'test/faults/**/*.test.ts';
const crowdTest = 'test/faults/many-scrapers.test.ts';
const TEST = /\.test\.(ts|mjs)$/;

/** What a room needs beside the settings that all share. */
const ownNeeds: Readonly<Record<string, TestProjectInlineConfiguration>> = {
  '@vigil/cli': { test: { exclude: [faultTests] } },
  '@vigil/gateway': {
    // type-graphql loads the CommonJS build: one realm of graphql for both. Its decorators are the older kind.
    resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
    oxc: { decorator: { legacy: true } },
  },
};

/** Every folder of ours that has tests. */
function rooms(): readonly string[] {
  const here = import.meta.dirname;
  const floors = ['packages', 'apps'].map((floor) => join(here, floor));
  const packages = floors.flatMap((floor) => readdirSync(floor).map((name) => join(floor, name)));
  return [...packages, join(here, 'infra')].filter(hasTests);
}

function hasTests(room: string): boolean {
  const folder = join(room, 'test');
  return existsSync(folder) && readdirSync(folder, { recursive: true }).some((file) => TEST.test(String(file)));
}

function nameOf(room: string): string {
  const manifest = join(room, 'package.json');
  return existsSync(manifest) ? (JSON.parse(readFileSync(manifest, 'utf8')) as { name: string }).name : basename(room);
}

function project(room: string): TestProjectInlineConfiguration {
  const name = nameOf(room);
  return {
    ...ownNeeds[name],
    test: {
      ...ownNeeds[name]?.test,
      name,
      root: room,
      include: ['test/**/*.test.{ts,mjs}'],
      ...shared,
      // Most tests wait for servers: one worker more than there are cores, where vitest would leave one core free.
      maxWorkers: cores + 1,
    },
  };
}

/** What all tests share. */
const shared = {
  environment: 'node',
  pool: 'forks',
  // A worker loads what it tests once and not once a file, which would be a third of all that tests cost.
  isolate: false,
  // Real servers on a busy machine: generous, so that only what hangs fails.
  testTimeout: 60_000,
  hookTimeout: 120_000,
} as const;

/**
 * Tests in which whole processes fail. After all others, which they would slow down by the processes that they start; and
 * last, alone, the one that starts twenty at once.
 */
function faults(): readonly TestProjectInlineConfiguration[] {
  const root = join(import.meta.dirname, 'apps/cli');
  return [
    {
      test: {
        name: 'faults',
        root,
        include: [faultTests],
        exclude: [crowdTest],
        ...shared,
        maxWorkers: cores + 1,
        sequence: { groupOrder: 1 },
      },
    },
    { test: { name: 'crowd', root, include: [crowdTest], ...shared, maxWorkers: 1, sequence: { groupOrder: 2 } } },
  ];
}

export default defineConfig({
  test: {
    globalSetup: ['./vitest.databases.ts'],
    projects: [...rooms().map(project), ...faults()],
  },
});
