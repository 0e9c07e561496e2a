import path from 'node:path';
import { loadArchiveKey, openArchive, type Archive } from '@vigil/archive';
import type { Settings } from '@vigil/settings';
import type { Environment } from '../world.js';

/** The archive of a home. Throws ARCHIVE_KEY. */
export async function openArchiveOf({ home }: Pick<Settings, 'home'>, env: Environment): Promise<Archive> {
  const directory = path.join(home, 'archive');
  return openArchive({ directory, key: await loadArchiveKey({ directory, env }) });
}
