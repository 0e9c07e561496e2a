/** `vigil`, run in this process against a real database. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { createTestDatabase } from '@vigil/tooling/testing';
import { runVigil } from '../src/run-vigil.js';
import type { Environment } from '../src/world.js';

/** What a run left. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A run that goes on. */
export interface Running {
  /** What it has printed so far. */
  readonly out: () => string;
  readonly err: () => string;
  /** As Ctrl-C does. */
  stop(): Promise<Ran>;
}

/** Starts `vigil` with these words. */
export function startVigil(env: Environment, ...words: readonly string[]): Running & { readonly done: Promise<Ran> } {
  return start(env, '', words);
}

function start(env: Environment, input: string, words: readonly string[]): Running & { readonly done: Promise<Ran> } {
  let [out, err] = ['', ''];
  const stop = new AbortController();
  const done = runVigil(words, {
    env,
    stdin: Readable.from([input]),
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
    until: async () => stop.signal,
  }).then((code) => ({ code, out, err }));
  return {
    out: () => out,
    err: () => err,
    done,
    stop: async () => {
      stop.abort(new Error('Ctrl-C'));
      return await done;
    },
  };
}

/** Runs `vigil` with these words to its end. */
export function vigil(env: Environment, ...words: readonly string[]): Promise<Ran> {
  return startVigil(env, ...words).done;
}

/** Runs `vigil` with these words to its end, and gives it something to read. */
export function vigilReading(input: string, ...words: readonly string[]): Promise<Ran> {
  return start({}, input, words).done;
}

/** The JSON objects of lines. */
export function records(text: string): readonly Record<string, unknown>[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** The error that a run told of in JSON. */
export function errorOf({ err }: Ran): Record<string, unknown> {
  return records(err).at(-1)?.['error'] as Record<string, unknown>;
}

/** A place for one file of tests: a database and a folder, and the environment that names them. */
export interface Place {
  readonly env: Environment;
  readonly databaseUrl: string;
  /** Also the home. */
  readonly folder: string;
  leave(): Promise<void>;
}

/** Makes a place. */
export async function makePlace(): Promise<Place> {
  const { url, drop } = await createTestDatabase();
  const folder = await mkdtemp(path.join(tmpdir(), 'vigil-cli-'));
  return {
    env: { DATABASE_URL: url, VIGIL_HOME: folder },
    databaseUrl: url,
    folder,
    leave: async () => {
      await drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
