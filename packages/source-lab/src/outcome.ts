import { asVigilError, VigilError } from '@vigil/errors';
import { readPage, type AnySource, type CapturedPage, type Reading } from '@vigil/source-kit';
import { canonicalJson } from '@vigil/timeline';
import type { Specimen } from './specimen.js';

/** What became of a page. */
export type Outcome =
  | { readonly reading: Reading }
  /** `typed`: an error of the catalogue, and no accident. */
  | { readonly error: VigilError; readonly typed: boolean };

/** Reads a page as a specimen's, with another body or other facts. */
export function outcomeOf(source: AnySource, { page, params }: Specimen, changed: Partial<CapturedPage> = {}): Outcome {
  try {
    return { reading: readPage(source, params, { ...page, ...changed }) };
  } catch (error) {
    return { error: asVigilError(error), typed: error instanceof VigilError };
  }
}

/** A reading as text in which the order of records does not matter; an error as its code. */
export function gist(outcome: Outcome): string {
  if ('error' in outcome) return `${outcome.typed ? '' : 'untyped '}${outcome.error.code}`;
  return canonicalJson(inOrder(outcome.reading));
}

/** The same, wherever on the page the rows stand that were skipped. */
export function placelessGist(outcome: Outcome): string {
  if ('error' in outcome) return gist(outcome);
  const { skipped, ...rest } = inOrder(outcome.reading);
  return canonicalJson({ ...rest, skipped: skipped.map(({ reason }) => reason).sort() });
}

/** What the Statements of a reading say, in no order; nothing where it is an error. */
export const sayings = (outcome: Outcome): string =>
  'error' in outcome ? '' : canonicalJson(inOrder(outcome.reading).statements);

/** What a specimen's `expected.json` holds, and the same of a page that was read. */
export function inOrder({ statements, ...rest }: Reading): Reading {
  return { ...rest, statements: [...statements].sort((a, b) => (a.recordKey < b.recordKey ? -1 : 1)) };
}

/** The text of a specimen's `expected.json`. */
export const goldenText = (reading: Reading): string => `${JSON.stringify(inOrder(reading), null, 2)}\n`;
