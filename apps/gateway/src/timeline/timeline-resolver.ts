import { countTimeline } from '@vigil/db';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context/context.js';
import { aCount, page } from '../cost/estimates.js';
import { readFilter } from './read-filter.js';
import { readTimeline } from './read-timeline.js';
import { TimelineArgs } from './timeline-args.js';
import { TimelineConnection, TimelineCount } from './timeline-connection.js';

const countedAtMost = 10_000;

/** The timeline. */
@Resolver(() => TimelineConnection)
export class TimelineResolver {
  @Query(() => TimelineConnection, {
    complexity: page,
    description: 'Everything that happened, newest first.',
  })
  async timeline(@Args(() => TimelineArgs) args: TimelineArgs, @Ctx() context: Context): Promise<TimelineConnection> {
    return readTimeline(context, await readFilter(args.filter, context.loaders), args);
  }

  @FieldResolver(() => TimelineCount, {
    complexity: aCount,
    description: `How many events the filter matches, whatever the page. Counted up to ${countedAtMost.toLocaleString('en')}; costs as much as several pages, so ask for it only where you show it.`,
  })
  async totalCount(@Root() { request }: TimelineConnection, @Ctx() { db }: Context): Promise<TimelineCount> {
    const count = await countTimeline(db, request, countedAtMost + 1);
    return { atLeast: Math.min(count, countedAtMost), exact: count <= countedAtMost };
  }
}
