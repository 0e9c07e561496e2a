import type { AnySource, CheckId } from '@vigil/source-kit';
import type { Specimen } from '../specimen.js';

/** What a check is given. */
export interface Subject {
  readonly source: AnySource;
  /** Name of the folder that holds it. */
  readonly folder: string;
  /** At least one. */
  readonly specimens: readonly Specimen[];
}

/** A check of every Source. The words are those of RFC 2119. */
export interface Check {
  readonly id: CheckId;
  readonly level: 'MUST' | 'SHOULD' | 'MAY';
  readonly title: string;
  /** Whether it says anything of a Source; always, where it is left out. */
  readonly applies?: (source: AnySource) => boolean;
  /** What is wrong, a line each; nothing where it holds. */
  readonly run: (subject: Subject) => readonly string[];
}

/** Looks for what is wrong with each specimen. */
export const ofEach =
  (look: (source: AnySource, specimen: Specimen) => readonly string[]) =>
  ({ source, specimens }: Subject): readonly string[] =>
    specimens.flatMap((specimen) => look(source, specimen).map((what) => `${specimen.name}: ${what}`));
