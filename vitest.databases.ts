/** Lends databases to the tests of all rooms: from VIGIL_TEST_DATABASE_URL where set, else from a throwaway server. */
import { startThrowawayPostgres } from '@vigil/local-stack';
import { serveTestDatabases, type TestServer } from '@vigil/tooling/test-databases';
import type { TestProject } from 'vitest/node';

async function start(): Promise<TestServer> {
  const url = process.env['VIGIL_TEST_DATABASE_URL'];
  return url === undefined ? await startThrowawayPostgres() : { url, stop: async () => undefined };
}

async function migrate(url: string): Promise<unknown> {
  // Loaded when the first test wants a schema: the tests of the lower rooms run without the database package.
  const { migrate } = await import('@vigil/db');
  return await migrate(url);
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const databases = await serveTestDatabases({ start, migrate });
  project.provide('testDatabases', databases.address);
  return () => databases.close();
}
