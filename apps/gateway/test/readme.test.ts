import { ensureLocalOrganisation, localOrganisationId as organisationId, openDatabase } from '@vigil/db';
import { sources } from '@vigil/sources';
import { createTestDatabase } from '@vigil/tooling/testing';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { startGateway } from '../src/index.js';

it('does what the example of the README says, line by line', async () => {
  const { url: databaseUrl, drop } = await createTestDatabase();
  const db = await openDatabase({ url: databaseUrl });
  await ensureLocalOrganisation(db);
  await db.close();
  const checkNow = async (): Promise<{ queued: boolean }> => ({ queued: true });
  const log = pino({ level: 'silent' });
  const redisUrl = null;

  const at = { host: '127.0.0.1', port: 0 };
  const gateway = await startGateway({ ...at, databaseUrl, redisUrl, organisationId, sources, checkNow, log });
  const page = await fetch(gateway.url);
  await gateway.close(5_000);

  expect(page.status).toBe(200);
  const readme = await readFile(path.join(import.meta.dirname, '../README.md'), 'utf8');
  const example = /```ts\n([\s\S]*?)```/.exec(readme)![1]!.trim();
  const own = await readFile(import.meta.filename, 'utf8');
  // However the formatter breaks the lines.
  const plain = (text: string): string => text.replaceAll(/,?\s+/g, ' ');
  expect(plain(own)).toContain(plain(example));
  await drop();
});
