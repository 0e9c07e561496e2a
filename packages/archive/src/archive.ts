import { VigilError } from '@vigil/errors';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { locationOf, workFolderOf } from './archive-folder.js';
import { failedWith, makeFolder, onDisk, removeStrays, syncFolder, writeWhole } from './durable-file.js';
import { keyBytes, seal, sha256Of, unseal } from './seal.js';

/** Where a body went. */
export interface Stored {
  /** Of the body as given, lower-case hexadecimal: its name for `get`. */
  readonly sha256: string;
  /** Relative to the archive, with slashes: `aa/bb/<sha256>`. */
  readonly location: string;
  /** Size of the body as given. */
  readonly bytes: number;
  /** False where the archive had it already. */
  readonly stored: boolean;
}

/** Bodies by content, sealed at rest. Safe to share between processes. All methods throw ARCHIVE_DISK. */
export interface Archive {
  /** Keeps a body; once it resolves, the body outlives kill -9 and power failure. */
  put(body: Uint8Array): Promise<Stored>;
  /**
   * The body, proved to be the one of that SHA-256. Throws NOT_FOUND, ARCHIVE_CORRUPT, ARCHIVE_KEY, or BAD_INPUT for
   * what is no SHA-256.
   */
  get(sha256: string): Promise<Uint8Array>;
  /** Whether a body is there; it is not opened. */
  has(sha256: string): Promise<boolean>;
}

/** Where the archive lies and what seals it. */
export interface ArchiveOptions {
  /** Made with the first body. */
  readonly directory: string;
  /** 32 bytes, see `loadArchiveKey`. */
  readonly key: Uint8Array;
}

async function exists(file: string): Promise<boolean> {
  try {
    await stat(file);
    return true;
  } catch (error) {
    if (failedWith(error, 'ENOENT')) return false;
    throw error;
  }
}

/** Opens an archive in a folder. Throws ARCHIVE_KEY for a key of the wrong length. */
export function openArchive({ directory, key }: ArchiveOptions): Archive {
  if (key.byteLength !== keyBytes)
    throw new VigilError('ARCHIVE_KEY', `The archive's key has ${key.byteLength} bytes, ${keyBytes} are wanted`);
  const workFolder = workFolderOf(directory);
  const pathOf = (sha256: string): string => path.join(directory, locationOf(sha256));

  return {
    async put(body) {
      const sha256 = sha256Of(body);
      const file = pathOf(sha256);
      const stored = await onDisk(`Body ${sha256} cannot be kept`, async () => {
        const known = await exists(file);
        if (!known) {
          await removeStrays(workFolder);
          await makeFolder(path.dirname(file));
          await writeWhole(file, await seal(body, sha256, key), { workFolder, replace: true });
        }
        // Also for a known body: whoever stored it may have died before this.
        for (const folder of [path.dirname(file), path.dirname(path.dirname(file)), directory])
          await syncFolder(folder);
        return !known;
      });
      return { sha256, location: locationOf(sha256), bytes: body.byteLength, stored };
    },
    async get(sha256) {
      const file = pathOf(sha256);
      const sealed = await onDisk(`Body ${sha256} cannot be read`, async () => {
        try {
          return await readFile(file);
        } catch (error) {
          if (failedWith(error, 'ENOENT'))
            throw new VigilError('NOT_FOUND', `The archive holds no body ${sha256}`, { cause: error });
          throw error;
        }
      });
      return unseal(sealed, sha256, key);
    },
    async has(sha256) {
      const file = pathOf(sha256);
      return onDisk(`Body ${sha256} cannot be looked for`, async () => exists(file));
    },
  };
}
