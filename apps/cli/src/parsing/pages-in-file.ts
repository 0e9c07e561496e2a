import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { longestMail, readMbox } from '@vigil/dockets';
import { VigilError } from '@vigil/errors';

/** One page of a file. */
export interface PageInFile {
  /** Which mail of an mbox, from 1; `null` where the file is one page. */
  readonly mail: number | null;
  /** `null` where a mail has more bytes than are read. */
  readonly bytes: Uint8Array | null;
}

/** How an mbox begins, and nothing else that is imported. */
const mboxStart = 'From ';

/** The pages of a file: each mail of an mbox, one at a time, else the whole. Throws BAD_INPUT where it cannot be read. */
export async function* pagesIn(file: string): AsyncGenerator<PageInFile> {
  try {
    if (await isMbox(file)) {
      let mail = 0;
      for await (const { bytes } of readMbox(createReadStream(file), { longest: longestMail })) {
        mail += 1;
        yield { mail, bytes };
      }
    } else yield { mail: null, bytes: await readFile(file) };
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw new VigilError('BAD_INPUT', `the file cannot be read (${code ?? error.message})`, { cause: error });
  }
}

async function isMbox(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(mboxStart.length));
    return buffer.toString('latin1', 0, bytesRead) === mboxStart;
  } finally {
    await handle.close();
  }
}
