/** Whether files can be kept in a folder that may not be there yet, found out without making it. */
import { VigilError } from '@vigil/errors';
import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import path from 'node:path';

/** The folder itself, or what there is of the way to it. */
export async function nearestPath(folder: string): Promise<string> {
  const found = await stat(folder).catch(() => null);
  return found === null ? nearestPath(path.dirname(folder)) : folder;
}

/** Why nothing can be written in a folder, nor the folder be made; null where it can. */
export async function whyNotWritable(folder: string): Promise<string | null> {
  const nearest = await nearestPath(folder);
  if (!(await stat(nearest)).isDirectory()) return `${nearest} is no folder`;
  return await access(nearest, constants.W_OK | constants.X_OK).then(
    () => null,
    (error: NodeJS.ErrnoException) => `${nearest} cannot be written (${error.code ?? error.message})`,
  );
}

/** Throws BAD_SETTING that names VIGIL_HOME where nothing can be kept there. */
export async function assertHome(home: string): Promise<void> {
  const reason = await whyNotWritable(home);
  if (reason === null) return;
  throw new VigilError('BAD_SETTING', `VIGIL_HOME: got ${JSON.stringify(home)}, wants a folder to write to: ${reason}`);
}
