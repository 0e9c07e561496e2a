import { VigilError } from '@vigil/errors';
import { randomBytes } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { bodiesIn, workFolderOf } from './archive-folder.js';
import { failedWith, makeFolder, onDisk, syncFolder, writeWhole } from './durable-file.js';
import { keyBytes, sealedWith } from './seal.js';

const mostTried = 5;
const base64Key = /^[A-Za-z0-9+/]{43}=$/;

function keyOf(text: string, from: string): Uint8Array {
  const trimmed = text.trim();
  if (!base64Key.test(trimmed))
    throw new VigilError('ARCHIVE_KEY', `${from} holds no key: ${keyBytes} bytes in base64 are wanted`);
  return Buffer.from(trimmed, 'base64');
}

async function readKeyFile(file: string): Promise<Uint8Array | null> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (failedWith(error, 'ENOENT')) return null;
    throw error;
  }
  // Windows knows no such modes.
  if (process.platform !== 'win32' && ((await stat(file)).mode & 0o077) !== 0)
    throw new VigilError('ARCHIVE_KEY', `${file} can be read by other users: chmod 600 it`);
  return keyOf(text, file);
}

/** Makes the key of a new archive. Of many processes that start at once one makes it, and all read that one. */
async function makeKeyFile(directory: string, file: string): Promise<Uint8Array> {
  await makeFolder(directory);
  const text = `${randomBytes(keyBytes).toString('base64')}\n`;
  await writeWhole(file, Buffer.from(text), { workFolder: workFolderOf(directory), replace: false });
  await syncFolder(directory);
  const key = await readKeyFile(file);
  if (key === null) throw new VigilError('ARCHIVE_KEY', `${file} was removed while it was made`);
  return key;
}

/** A few sealed bodies to try a key on: more than one, as a broken file must not make a right key look wrong. */
async function someBodies(directory: string): Promise<readonly Uint8Array[]> {
  const bodies: Uint8Array[] = [];
  for await (const file of bodiesIn(directory)) {
    bodies.push(await readFile(file));
    if (bodies.length === mostTried) break;
  }
  return bodies;
}

/**
 * The key that seals the archive in `directory`: VIGIL_ARCHIVE_KEY of `env` (32 bytes in base64), else `archive.key` in
 * the folder, which is made (mode 0600) while the archive is empty. Throws ARCHIVE_KEY where the key is malformed, open
 * to other users, missing beside bodies, or not the one that sealed them; ARCHIVE_DISK where it cannot be read or written.
 */
export async function loadArchiveKey(options: {
  readonly directory: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}): Promise<Uint8Array> {
  const { directory, env } = options;
  const file = path.join(directory, 'archive.key');
  return onDisk(`The archive's key cannot be read from or written to ${directory}`, async () => {
    const given = env['VIGIL_ARCHIVE_KEY'];
    const known = given === undefined || given === '' ? await readKeyFile(file) : keyOf(given, 'VIGIL_ARCHIVE_KEY');
    const bodies = await someBodies(directory);
    if (bodies.length === 0) return known ?? makeKeyFile(directory, file);
    // Another process may have made the key and stored a body since.
    const key = known ?? (await readKeyFile(file));
    if (key === null)
      throw new VigilError('ARCHIVE_KEY', `The archive in ${directory} holds bodies, and their key is missing`);
    if (!bodies.some((body) => sealedWith(body, key)))
      throw new VigilError('ARCHIVE_KEY', `The key is not the one that sealed the archive in ${directory}`);
    return key;
  });
}
