import { readFileSync } from 'node:fs';

/** An invented file of a court, by its path under `fixtures/`. */
export function fixture(path: string): Uint8Array {
  return readFileSync(new URL(`fixtures/${path}`, import.meta.url));
}

/** The same with a piece of its text replaced. */
export function altered(path: string, piece: string | RegExp, by: string): Uint8Array {
  const text = Buffer.from(fixture(path)).toString('utf8');
  const changed = text.replace(piece, by);
  if (changed === text) throw new Error(`${path} does not hold ${String(piece)}`);
  return Buffer.from(changed);
}
