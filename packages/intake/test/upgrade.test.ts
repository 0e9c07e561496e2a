/** What earlier releases made is kept: their databases are upgraded at start, and tell the same as before. */
import { loadArchiveKey, openArchive } from '@vigil/archive';
import { changesAfter, headOfChanges, migrate, openDatabase } from '@vigil/db';
import { sources } from '@vigil/sources';
import { createEmptyDatabase, createTestDatabase } from '@vigil/tooling/testing';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { importFile, type Imported } from '../src/index.js';
import { readRelease, releaseNames, restoreDump, type KeptPage } from './releases/kept-release.js';
import { readTold } from './releases/read-told.mjs';
import { schemaOf } from './schema-of.js';

const migrationsFolder = new URL('../../db/prisma/migrations/', import.meta.url);

async function allMigrations(): Promise<readonly string[]> {
  const entries = await readdir(migrationsFolder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

describe.each(releaseNames)('a database of the release that ended with %s', (name) => {
  it('is upgraded, tells the same as before, knows what it has read, and goes on', async () => {
    const { migrations, sql, told, pages } = readRelease(name);
    const { url, drop } = await createEmptyDatabase();
    onTestFinished(drop);
    await restoreDump(url, sql);
    expect(await migrate(url)).toEqual((await allMigrations()).filter((each) => !migrations.includes(each)));
    expect(await migrate(url)).toEqual([]);

    const fresh = await createTestDatabase();
    onTestFinished(fresh.drop);
    const schema = await schemaOf(fresh.url);
    expect(schema.length).toBeGreaterThan(300);
    expect(await schemaOf(url)).toEqual(schema);

    const db = await openDatabase({ url });
    onTestFinished(() => db.close());
    expect(told.changes.length).toBeGreaterThan(50);
    // What a later release tells beside it is no loss.
    expect(await readTold(db)).toMatchObject(told);

    const directory = await mkdtemp(path.join(tmpdir(), 'vigil-upgrade-'));
    onTestFinished(() => rm(directory, { recursive: true }));
    const archive = openArchive({ directory, key: await loadArchiveKey({ directory, env: {} }) });
    const read = ({ body, ...page }: KeptPage): Promise<Imported> =>
      importFile({ db, archive, sources, now: Date.now }, { ...page, bytes: Buffer.from(body, 'latin1') });
    for (const page of pages) expect(await read(page)).toMatchObject({ isNew: false, changes: 0 });
    expect(await headOfChanges(db)).toBe(told.head);

    // The clerk takes the correction back: a reader that held the old release's last cursor hears of this, and only of this.
    const last = pages.at(-1)!;
    const capturedAt = new Date(Date.parse(last.capturedAt) + 3_600_000).toISOString();
    const body = last.body.replaceAll(' (corrected)]', ']');
    expect(await read({ ...last, body, capturedAt })).toMatchObject({ isNew: true });
    const heard = await changesAfter(db, told.head, Number.MAX_SAFE_INTEGER, 10);
    expect(heard.map(({ seq, kind }) => [seq, kind])).toEqual([[told.head + 1, 'REVISED']]);
  });
});
