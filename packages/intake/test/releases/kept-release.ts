import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import pg from 'pg';
import type { Told } from './read-told.mjs';

/** What an earlier release made of an invented story; see make-release.mjs. */
export interface KeptRelease {
  /** The migrations it had. */
  readonly migrations: readonly string[];
  /** A dump of its database. */
  readonly sql: string;
  readonly told: Told;
  /** Every page it read, in its order. */
  readonly pages: readonly KeptPage[];
}

/** A page, its bytes as characters of latin1. */
export interface KeptPage {
  readonly source: string;
  readonly court: string;
  readonly capturedAt: string;
  readonly body: string;
}

const ending = '.json.gz';

/** The names of the kept releases, each its latest migration, the oldest first. */
export const releaseNames: readonly string[] = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith(ending))
  .map((name) => name.slice(0, -ending.length))
  .sort();

/** Reads a kept release. */
export function readRelease(name: string): KeptRelease {
  const file = gunzipSync(readFileSync(path.join(import.meta.dirname, name + ending)));
  return JSON.parse(file.toString()) as KeptRelease;
}

/** Restores its dump into an empty database. Roles belong to the server, so that no dump of a database holds them. */
export async function restoreDump(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`DO $$ BEGIN CREATE ROLE vigil_app NOLOGIN;
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`);
    await client.query(sql);
  } finally {
    await client.end();
  }
}
