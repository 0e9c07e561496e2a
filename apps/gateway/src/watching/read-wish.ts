import type { WatchWish } from '@vigil/db';
import { courtById } from '@vigil/dockets';
import { VigilError } from '@vigil/errors';
import { parseParams, type AnySource } from '@vigil/source-kit';
import { Duration } from 'luxon';
import { at } from '../errors/user-error.js';
import type { AddWatchInput, TargetBy } from './mutation-inputs.js';
import { isGiven } from '../inputs/is-given.js';

/** The Source that looks at a court's feed. */
const feedSource = 'cmecf-rss';
const longestLabel = 200;

/**
 * Turns what was asked into a wish that a Source understands. Throws UNKNOWN_COURT, UNKNOWN_SOURCE,
 * NO_FEED and BAD_INPUT, each with the member of the input that is wrong.
 */
export async function readWish(
  sources: ReadonlyMap<string, AnySource>,
  { target, label, every }: AddWatchInput,
): Promise<WatchWish> {
  const { source, params } = await at(`target.${isGiven(target.court) ? 'court' : 'source'}`, () =>
    readTarget(sources, target),
  );
  if (isGiven(label) && label.length > longestLabel) {
    throw new VigilError('BAD_INPUT', `more than ${longestLabel} characters`, { details: { field: 'label' } });
  }
  const { atMost } = source.schedule;
  if (isGiven(every) && every < atMost) {
    const pace = Duration.fromMillis(atMost).rescale().toISO();
    throw new VigilError('BAD_INPUT', `never more often than ${pace}`, { details: { field: 'every' } });
  }
  return {
    source: source.id,
    params,
    title: source.describe(params),
    courtId: source.court(params),
    label: label ?? null,
    everyMs: every ?? null,
  };
}

function readTarget(sources: ReadonlyMap<string, AnySource>, target: TargetBy): { source: AnySource; params: unknown } {
  const named = target.source ?? { id: feedSource, params: { court: courtById(target.court!).id } };
  const source = sources.get(named.id);
  if (!source) throw new VigilError('UNKNOWN_SOURCE', `there is no source ${JSON.stringify(named.id.slice(0, 100))}`);
  const params = parseParams(source, named.params);
  source.plan(params); // throws where there is nothing to look at
  return { source, params };
}
