import { ensureTarget, type Database } from '@vigil/db';
import { parseParams, type AnySource } from '@vigil/source-kit';

/** Makes the Target of the canary where it is not there yet, and returns its id. No organisation watches it. */
export function ensureCanary(db: Database, sources: ReadonlyMap<string, AnySource>): Promise<string> {
  const source = sources.get('canary')!;
  const params = parseParams(source, {});
  return ensureTarget(db, {
    source: source.id,
    params,
    title: source.describe(params),
    courtId: source.court(params),
  });
}
