/** The rooms of a Check on real servers: PostgreSQL, an archive folder, and a courthouse behind a real fetcher. */
import { loadArchiveKey, openArchive } from '@vigil/archive';
import { parseScenario, startCourthouse, type Courthouse, type CourthouseOptions } from '@vigil/courthouse';
import { openDatabase, type Database } from '@vigil/db';
import { createFetcher, createHostGate, type Limits } from '@vigil/fetcher';
import { sources } from '@vigil/sources';
import { createTestDatabase } from '@vigil/tooling/testing';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Rooms } from '../src/index.js';

export interface House {
  readonly rooms: Rooms;
  readonly courthouse: Courthouse;
  readonly databaseUrl: string;
  readonly archiveDirectory: string;
  close(): Promise<void>;
}

/** Two entries of an invented case, on a feed of the Central District of California. */
export const scenario = parseScenario({
  title: 'Two entries',
  clock: { start: '2026-03-02T18:00:00Z' },
  courts: [
    {
      id: 'cacd',
      name: 'Central District of California',
      shape: 'district',
      documentPrefix: '031',
      cases: [
        {
          id: '9000001',
          number: '8:26-cv-90001',
          caption: 'Roe v. Warden',
          entries: [
            {
              at: '2026-03-02T16:00:00Z',
              sequence: 5,
              number: 1,
              labels: ['Petition for Writ of Habeas Corpus'],
              document: '96000001',
            },
            {
              at: '2026-03-02T17:00:00Z',
              sequence: 9,
              number: 2,
              labels: ['Order', 'Order to Show Cause'],
              document: '96000002',
            },
          ],
        },
      ],
    },
  ],
});

export const cacd = 'ecf.cacd.uscourts.gov';

export async function openHouse(
  options: CourthouseOptions = { scenario },
  limits: Partial<Limits> = {},
): Promise<House> {
  const { url, drop } = await createTestDatabase();
  const directory = await mkdtemp(path.join(tmpdir(), 'vigil-intake-'));
  const courthouse = await startCourthouse(options);
  const db: Database = await openDatabase({ url });
  const archive = openArchive({ directory, key: await loadArchiveKey({ directory, env: {} }) });
  const gate = createHostGate({ minIntervalMs: 0 });
  const fetcher = createFetcher({ userAgent: 'Vigil/0.1 (test)', via: courthouse.origin, gate, limits });
  return {
    rooms: { db, archive, fetcher, sources, now: Date.now },
    courthouse,
    databaseUrl: url,
    archiveDirectory: directory,
    close: async () => {
      await fetcher.close();
      await courthouse.close();
      await db.close();
      await drop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
