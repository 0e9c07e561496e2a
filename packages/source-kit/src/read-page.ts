import { VigilError } from '@vigil/errors';
import type { Statement } from '@vigil/timeline';
import type { CapturedPage, Milliseconds, Skipped, Source } from './define-source.js';
import { assertHealthy } from './recognise-page.js';

/** All that a Source read out of one page. */
export interface Reading {
  readonly statements: readonly Statement[];
  readonly skipped: readonly Skipped[];
  /** The publisher's own build date, UTC, where it states one. */
  readonly builtAt: string | null;
  /** Whether the page shows less than pages of its Source do. */
  readonly partial: boolean;
  /** Which kinds of record the publisher says that it shows; `null` where it does not say. */
  readonly scope: 'all' | readonly string[] | null;
  /** How soon what the page leaves open is worth a look again, in whole milliseconds; absent where it leaves nothing open. */
  readonly againMs?: Milliseconds;
}

/**
 * Runs a Source's `redact` and `parse` to their end. Pure; throws BLOCKED_BY_PUBLISHER or MAINTENANCE before, what these throw, and
 * EMPTY_WITHOUT_PROOF where it yields nothing and the page did not say itself that there is nothing.
 */
export function readPage<Params>(source: Source<Params>, params: Params, page: CapturedPage): Reading {
  assertHealthy(page);
  const skipped: Skipped[] = [];
  let builtAt: string | null = null;
  let partial = false;
  let empty = false;
  let scope: Reading['scope'] = null;
  let againMs = Infinity;
  const redacted = source.redact ? { ...page, body: source.redact(page.body) } : page;
  const statements = [
    ...source.parse(redacted, {
      params,
      skip: (reason, where) => void skipped.push({ reason, where }),
      builtAt: (instant) => void (builtAt = instant),
      partial: () => void (partial = true),
      provesEmpty: () => void (empty = true),
      scope: (kinds) => void (scope = kinds),
      lookAgain: (inMs) => void (againMs = Math.min(againMs, Math.ceil(inMs))),
    }),
  ];
  if (statements.length === 0 && !(empty && source.expects.empty === 'proved'))
    throw new VigilError('EMPTY_WITHOUT_PROOF');
  return { statements, skipped, builtAt, partial, scope, ...(againMs < Infinity && { againMs }) };
}
