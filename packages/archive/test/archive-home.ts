import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';

const run = promisify(execFile);

/** A folder of its own for an archive, removed with the test. */
export async function archiveHome(): Promise<string> {
  const home = await mkdtemp(path.join(tmpdir(), 'vigil-archive-'));
  onTestFinished(async () => rm(home, { recursive: true, force: true }));
  return path.join(home, 'archive');
}

export const someKey = new Uint8Array(32).fill(7);

/** Every file below a folder, relative to it. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((one) => one.isFile()).map((one) => path.relative(folder, path.join(one.parentPath, one.name)));
}

/** The program that puts bodies as another process, through the built package. */
export const putBodies = path.join(import.meta.dirname, 'put-bodies.mjs');

/** Runs it to its end; resolves with the lines it printed. */
export async function runPutBodies(home: string, ...args: readonly string[]): Promise<string[]> {
  const { stdout } = await run(process.execPath, [putBodies, home, ...args]);
  return stdout.trim().split('\n');
}
