import { createUnionType } from 'type-graphql';
import { StreamCaughtUp, StreamReset } from './stream-marks.js';
import { TimelineChange } from './timeline-change.js';

/** What a subscription tells. */
export type StreamItem = TimelineChange | StreamCaughtUp | StreamReset;

/** The GraphQL union of what a subscription tells. */
export const StreamItemUnion = createUnionType({
  name: 'TimelineStreamItem',
  description: 'What a subscription to the timeline tells: changes, and where the stream stands.',
  types: () => [TimelineChange, StreamCaughtUp, StreamReset] as const,
});
