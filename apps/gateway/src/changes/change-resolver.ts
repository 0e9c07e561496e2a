import { Arg, Resolver, Root, Subscription } from 'type-graphql';
import type { Context } from '../context/context.js';
import { TimelineFilter } from '../timeline/timeline-filter.js';
import { followTimeline, type FollowArgs } from './follow-timeline.js';
import { StreamItemUnion, type StreamItem } from './stream-item.js';

/** The stream of Changes. */
@Resolver()
export class ChangeResolver {
  @Subscription(() => StreamItemUnion, {
    description:
      'Tells every change of the timeline, once and in order: from now on, or exactly from a cursor on. A change is told if the event fits the filter after it, or did before it.',
    subscribe: ({ args, context }: { args: FollowArgs; context: Context }) => followTimeline(context, args),
  })
  timelineChanged(
    @Root() item: StreamItem,
    @Arg('filter', () => TimelineFilter, { nullable: true, description: 'Which events; all where it is not given.' })
    _filter?: TimelineFilter,
    @Arg('after', () => String, {
      nullable: true,
      description:
        'The `cursor` of the last change that you have dealt with, or the `feedCursor` of a page of the timeline.',
    })
    _after?: string,
  ): StreamItem {
    return item;
  }
}
