import type { Statement } from '@vigil/timeline';
import type { CapturedPage, Skipped, Source } from './define-source.js';

/** All that a Source read out of one page. */
export interface Reading {
  readonly statements: readonly Statement[];
  readonly skipped: readonly Skipped[];
  /** The publisher's own build date, UTC, where it states one. */
  readonly builtAt: string | null;
  /** Whether the page shows less than pages of its Source do. */
  readonly partial: boolean;
}

/** Runs a Source's `parse` to its end. Pure; throws what `parse` throws. */
export function readPage<Params>(source: Source<Params>, params: Params, page: CapturedPage): Reading {
  const skipped: Skipped[] = [];
  let builtAt: string | null = null;
  let partial = false;
  const statements = [
    ...source.parse(page, {
      params,
      skip: (reason, where) => void skipped.push({ reason, where }),
      builtAt: (instant) => void (builtAt = instant),
      partial: () => void (partial = true),
    }),
  ];
  return { statements, skipped, builtAt, partial };
}
