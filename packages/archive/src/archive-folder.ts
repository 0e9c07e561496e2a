/** Where things lie in an archive's folder: `aa/bb/<sha256>` for bodies, beside `archive.key` and unfinished work. */
import { VigilError } from '@vigil/errors';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { failedWith } from './durable-file.js';

const hexByte = /^[0-9a-f]{2}$/;
const sha256Form = /^[0-9a-f]{64}$/;

/** Folder of files that are being written; on the same disk, so that a rename is all it takes to finish one. */
export function workFolderOf(directory: string): string {
  return path.join(directory, 'unfinished');
}

/** Where a body lies, relative to the archive. Throws BAD_INPUT for what is no SHA-256 in lower-case hexadecimal. */
export function locationOf(sha256: string): string {
  if (!sha256Form.test(sha256))
    throw new VigilError('BAD_INPUT', 'A body is named by its SHA-256: 64 lower-case hexadecimal digits');
  return `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;
}

async function list(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (failedWith(error, 'ENOENT')) return [];
    throw error;
  }
}

/** The paths of all bodies, in no order that means anything. */
export async function* bodiesIn(directory: string): AsyncGenerator<string> {
  for (const first of await list(directory)) {
    if (!hexByte.test(first)) continue;
    for (const second of await list(path.join(directory, first)))
      for (const name of await list(path.join(directory, first, second)))
        if (sha256Form.test(name)) yield path.join(directory, first, second, name);
  }
}
