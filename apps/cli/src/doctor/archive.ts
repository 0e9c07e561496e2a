import { loadArchiveKey } from '@vigil/archive';
import { asVigilError, VigilError } from '@vigil/errors';
import { readdir, statfs } from 'node:fs/promises';
import path from 'node:path';
import { nearestPath, whyNotWritable } from '../house/writable.js';
import type { Environment } from '../world.js';
import { fail, ok, warn, type Finding } from './finding.js';

/** What is known of the archive's folder. */
export interface ArchiveFacts {
  readonly directory: string;
  /** Whether bodies can be written there, or the folder made. */
  readonly writable: boolean;
  /** Bytes that are free on its disk for us. */
  readonly freeBytes: number;
  readonly key: 'right' | 'made with the first start' | VigilError;
}

/** Looks at the archive of a home, and makes nothing there. */
export async function readArchiveFacts(home: string, env: Environment): Promise<ArchiveFacts> {
  const directory = path.join(home, 'archive');
  const { bavail, bsize } = await statfs(await nearestPath(directory));
  const writable = (await whyNotWritable(directory)) === null;
  return { directory, writable, freeBytes: bavail * bsize, key: await lookForKey(directory, env) };
}

async function lookForKey(directory: string, env: Environment): Promise<ArchiveFacts['key']> {
  try {
    const names = await namesIn(directory);
    // Loading would make the key of a new archive: only one that is there is loaded.
    if (env['VIGIL_ARCHIVE_KEY'] || names.includes('archive.key')) {
      await loadArchiveKey({ directory, env });
      return 'right';
    }
    const bodies = names.some((name) => /^[0-9a-f]{2}$/.test(name));
    if (!bodies) return 'made with the first start';
    return new VigilError('ARCHIVE_KEY', `the archive in ${directory} holds bodies, and their key is missing`);
  } catch (error) {
    return asVigilError(error);
  }
}

async function namesIn(directory: string): Promise<readonly string[]> {
  return await readdir(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
    throw error;
  });
}

const gibibyte = 1_024 ** 3;
const scarceBytes = gibibyte;
const fullBytes = gibibyte / 10;

/** Whether Captures can be kept, and opened again. */
export function checkArchive({ directory, writable, freeBytes, key }: ArchiveFacts): readonly Finding[] {
  return [
    writable
      ? ok('archive', directory)
      : fail(
          'archive',
          `${directory} cannot be written`,
          'Let the user that runs Vigil write there, or set VIGIL_HOME.',
        ),
    typeof key === 'string' ? ok('archive key', key) : fail('archive key', key.message, key.wayOut),
    checkSpace(freeBytes),
  ];
}

function checkSpace(freeBytes: number): Finding {
  const found = `${(freeBytes / gibibyte).toFixed(1)} GiB free`;
  if (freeBytes >= scarceBytes) return ok('disk', found);
  const mend = 'Free some space on the disk of VIGIL_HOME, or move the home.';
  return freeBytes >= fullBytes ? warn('disk', found, mend) : fail('disk', found, mend);
}
