/** Files that are there whole or not at all, whatever is killed and whenever the power fails. */
import { VigilError } from '@vigil/errors';
import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/** Only the operator's own user reads the archive. */
const fileMode = 0o600;
const folderMode = 0o700;

/** A half-written file that has not changed for this long (milliseconds) has no living writer. */
const strayAgeMs = 3_600_000;

/** Whether a file operation failed with this code (ENOENT, EEXIST …). */
export function failedWith(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** Runs file operations; what fails becomes ARCHIVE_DISK with its cause. */
export async function onDisk<T>(what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof VigilError) throw error;
    throw new VigilError('ARCHIVE_DISK', what, { cause: error });
  }
}

/** Makes what was renamed, linked or made in a folder survive a power failure. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows has no such thing: its folders cannot be opened.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes a folder and those above it, for the operator's own user only. */
export async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: folderMode });
}

/**
 * Writes `bytes` to a file of its own in `workFolder`, and then gives it its name at once. With `replace: false` an
 * existing file is kept. Resolves to whether the file was given its name. The caller syncs the target's folder.
 */
export async function writeWhole(
  target: string,
  bytes: Uint8Array,
  options: { readonly workFolder: string; readonly replace: boolean },
): Promise<boolean> {
  await makeFolder(options.workFolder);
  const unfinished = path.join(options.workFolder, `${randomUUID()}.unfinished`);
  try {
    const file = await open(unfinished, 'wx', fileMode);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    if (options.replace) await rename(unfinished, target);
    else await link(unfinished, target);
    return true;
  } catch (error) {
    if (!options.replace && failedWith(error, 'EEXIST')) return false;
    throw error;
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** Removes what killed writers left behind. */
export async function removeStrays(workFolder: string): Promise<void> {
  await makeFolder(workFolder);
  const before = Date.now() - strayAgeMs;
  for (const name of await readdir(workFolder)) {
    const file = path.join(workFolder, name);
    const age = await stat(file).catch((error: unknown) => {
      // Its writer finished it just now.
      if (failedWith(error, 'ENOENT')) return null;
      throw error;
    });
    if (age !== null && age.mtimeMs < before) await rm(file, { force: true });
  }
}
