import { type FeedItem, feedItems } from './feed-window.js';
import type { ScenarioCourt } from './scenario.js';
import { appellateFeed } from './shapes/appellate.js';
import { bankruptcyFeed } from './shapes/bankruptcy.js';
import { districtFeed } from './shapes/district.js';
import { nyedFeed } from './shapes/nyed.js';

type Shape = (court: ScenarioCourt, items: readonly FeedItem[], instant: number) => string;

const shapes: Readonly<Record<ScenarioCourt['shape'], Shape>> = {
  district: districtFeed,
  bankruptcy: bankruptcyFeed,
  appellate: appellateFeed,
  nyed: nyedFeed,
};

/** A court's feed at a virtual time (epoch milliseconds), in the court's own shape, as ISO-8859-1 bytes. */
export function renderFeed(court: ScenarioCourt, instant: number): Buffer {
  return Buffer.from(shapes[court.shape](court, feedItems(court, instant), instant), 'latin1');
}
