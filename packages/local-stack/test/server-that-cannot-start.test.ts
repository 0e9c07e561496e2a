import { VigilError } from '@vigil/errors';
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startPostgres } from '../src/index.js';
import { startForTest } from './servers.js';
import { temporaryFolder } from './temporary-folder.js';

async function failureOf(home: string): Promise<VigilError> {
  const error = await startPostgres({ home }).then(
    () => undefined,
    (failure: unknown) => failure,
  );
  expect(error).toBeInstanceOf(VigilError);
  return error as VigilError;
}

describe('an embedded PostgreSQL that cannot start', () => {
  it('is an EMBEDDED_POSTGRES error that names the log and gives the server’s own reason', async () => {
    const home = temporaryFolder();
    const { dataDir, stop } = await startForTest(home);
    await stop();
    appendFileSync(join(dataDir, 'postgresql.conf'), "\nlc_messages = 'xx_XX.nowhere'\n");
    const error = await failureOf(home);
    expect(error.code).toBe('EMBEDDED_POSTGRES');
    expect(error.message).toMatch(/FATAL: +configuration file .+ contains errors/);
    expect(error.message).toContain(join(home, 'postgres.log'));
    expect(error.details).toEqual({ log: join(home, 'postgres.log') });
  });

  it('refuses data that another major version made', async () => {
    const home = temporaryFolder();
    const { dataDir, stop } = await startForTest(home);
    await stop();
    writeFileSync(join(dataDir, 'PG_VERSION'), '17\n');
    const error = await failureOf(home);
    expect(error.code).toBe('EMBEDDED_POSTGRES');
    expect(error.message).toMatch(/made by PostgreSQL 17, this release carries 18/);
  });
});
