import type { ScenarioCase, ScenarioCourt, ScenarioEntry } from './scenario.js';

/** One item of a feed: a short description of an entry. */
export interface FeedItem {
  readonly docketCase: ScenarioCase;
  readonly entry: ScenarioEntry;
  readonly label: string;
}

const windowMs = (court: ScenarioCourt): number => court.windowHours * 3_600_000;

/** What a court's feed holds at a virtual time, newest first: what was docketed within (instant − window, instant]. */
export function feedItems(court: ScenarioCourt, instant: number): readonly FeedItem[] {
  return court.cases
    .flatMap((docketCase) =>
      docketCase.entries
        .filter(({ at }) => at <= instant && at > instant - windowMs(court))
        .flatMap((entry) => entry.labels.map((label) => ({ docketCase, entry, label }))),
    )
    .sort((a, b) => b.entry.at - a.entry.at)
    .slice(0, court.maxItems);
}

/** When the items of a court's feed last changed, by a new one or by one that went; null when nothing ever happened. */
export function feedChangedAt(court: ScenarioCourt, instant: number): number | null {
  const moments = court.cases
    .flatMap(({ entries }) => entries.flatMap(({ at }) => [at, at + windowMs(court)]))
    .filter((moment) => moment <= instant);
  return moments.length === 0 ? null : Math.max(...moments);
}
