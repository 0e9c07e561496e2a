import type { TargetName } from '@vigil/db';
import { parseParams, type AnySource } from '@vigil/source-kit';

/** The Source that is meant where none is named. */
export const defaultSource = 'cmecf-rss';

/**
 * The name of the Target that a Source makes of these parameters. Throws what the Source's own checks throw:
 * UNKNOWN_COURT, BAD_INPUT, and NO_FEED where there is nothing to look at.
 */
export function nameTarget(source: AnySource, input: unknown): TargetName {
  const params = parseParams(source, input);
  source.plan(params);
  return { source: source.id, params, title: source.describe(params), courtId: source.court(params) };
}
