import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { skipBecause } from './skip-because.js';

const REPOSITORY = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * The path of a folder of real data that is kept beside the repository (`VIGIL_SHARED`, else `../shared`). To be
 * called inside a test: where the folder is absent the test is skipped and says so, or fails when
 * VIGIL_REQUIRE_SHARED is 1.
 */
export function sharedFolder(name: string): string {
  const folder = join(resolve(process.env['VIGIL_SHARED'] ?? join(REPOSITORY, '..', 'shared')), name);
  if (existsSync(folder)) return folder;
  const reason = `${folder} is not here`;
  if (process.env['VIGIL_REQUIRE_SHARED'] === '1') throw new Error(`${reason}, and VIGIL_REQUIRE_SHARED is 1`);
  return skipBecause(reason);
}
