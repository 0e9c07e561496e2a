/** A Source under work: as it stands in this clone, built anew, with its specimens. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { VigilError } from '@vigil/errors';
import { readSpecimens, type Specimen } from '@vigil/source-lab';
import type { AnySource } from '@vigil/source-kit';

/** What the commands of `vigil source` work on. */
export interface Workbench {
  readonly source: AnySource;
  /** Folder of the Source. */
  readonly folder: string;
  readonly specimens: readonly Specimen[];
}

/** The package that holds the Sources. Throws NOT_FOUND where this is no clone of the repository. */
export function sourcesPackage(): string {
  const home = fileURLToPath(new URL('..', import.meta.resolve('@vigil/sources')));
  if (!existsSync(path.join(home, 'src')))
    throw new VigilError('NOT_FOUND', 'Sources are worked on in a clone of the repository; this is an installed Vigil');
  return home;
}

/** Writes the registry and compiles all Sources. Throws SOURCE_FAILED with what the compiler said. */
export async function buildSources(): Promise<void> {
  const cwd = sourcesPackage();
  await promisify(execFile)('npm', ['run', '--silent', 'rebuild'], { cwd }).catch(
    (error: { readonly stdout?: string }) => {
      throw new VigilError('SOURCE_FAILED', `it does not compile:\n${(error.stdout ?? '').trim()}`, { cause: error });
    },
  );
}

/** Builds a Source and lays it out. Throws UNKNOWN_SOURCE, and SOURCE_FAILED where it does not compile. */
export async function openWorkbench(id: string): Promise<Workbench> {
  await buildSources();
  const { sourceById } = await import('@vigil/sources');
  const source = sourceById(id);
  const folder = path.join(sourcesPackage(), 'src', id);
  const specimens = readSpecimens(source, folder);
  if (specimens.length === 0) throw new VigilError('SOURCE_FAILED', `${folder}/fixtures holds no specimen`);
  return { source, folder, specimens };
}
