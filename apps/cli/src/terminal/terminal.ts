import pc from 'picocolors';
import type { Environment } from '../world.js';

/** A stream that text goes to. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Paints text, or leaves it as it is where colours are not wanted. */
export type Paint = ReturnType<typeof pc.createColors>;

/** Where a command's words go: results to standard output, all else to standard error. */
export interface Terminal {
  /** Whether a machine reads: then each line, errors too, is one JSON object. */
  readonly json: boolean;
  /** Without colours unless a person looks, and never with NO_COLOR. */
  readonly paint: Paint;
  /** The width of the screen; null where output goes elsewhere and is not cut. */
  readonly columns: number | null;
  /** A result: the record for a machine, the text for a person. */
  show(record: object, text: string): void;
  /** Several results in one write, so that a kill tears none of them apart. */
  showAll(results: readonly (readonly [record: object, text: string])[]): void;
  /** A line that is the same for all readers. */
  print(line: string): void;
  /** What goes on meanwhile. */
  note(text: string): void;
}

/** What a terminal is made of. */
export interface TerminalOptions {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Environment;
  readonly json: boolean;
}

/** Makes a terminal. */
export function openTerminal({ stdout, stderr, env, json }: TerminalOptions): Terminal {
  const person = stdout.isTTY === true && !json;
  const print = (line: string): void => void stdout.write(`${line}\n`);
  const asLine = (record: object, text: string): string => (json ? JSON.stringify(record) : text);
  return {
    json,
    paint: pc.createColors(person && !env['NO_COLOR'] && env['TERM'] !== 'dumb'),
    columns: person ? (stdout.columns ?? null) : null,
    show: (record, text) => print(asLine(record, text)),
    showAll: (results) => {
      if (results.length > 0) print(results.map(([record, text]) => asLine(record, text)).join('\n'));
    },
    print,
    note: (text) => void stderr.write(`${json ? JSON.stringify({ note: text }) : text}\n`),
  };
}
