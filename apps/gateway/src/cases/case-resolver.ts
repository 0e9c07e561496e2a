import { courtById, courtOrPublisherById } from '@vigil/dockets';
import { hasWholeDocket, targetsThatShow, unseenNumbers } from '@vigil/db';
import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { largestPage } from '../connection/page-window.js';
import { ForwardPageArgs } from '../connection/page-args.js';
import type { Context } from '../context/context.js';
import { aCount, page } from '../cost/estimates.js';
import { Court } from '../courts/court.js';
import { CoverageLimit } from '../coverage/coverage-limit.js';
import { Coverage } from '../coverage/coverage.js';
import { latestCoverage } from '../coverage/latest-coverage.js';
import { limitsOfCase } from '../coverage/limits-of.js';
import { UnseenEntries } from '../coverage/unseen-entries.js';
import { readTimeline } from '../timeline/read-timeline.js';
import { CaseTimelineArgs } from '../timeline/timeline-args.js';
import { TimelineConnection } from '../timeline/timeline-connection.js';
import { CaseBy } from './case-by.js';
import { Case } from './case.js';
import { CaseConnection } from './case-connection.js';
import { CaseFilter } from './case-filter.js';
import { findCase } from './find-case.js';
import { readCases } from './read-cases.js';

/** Cases, and what leads on from one. */
@Resolver(() => Case)
export class CaseResolver {
  @Query(() => Case, { nullable: true, description: 'One case; `null` where it is not there, or not yours to see.' })
  async case(
    @Arg('by', () => CaseBy, { description: 'Which.' }) by: CaseBy,
    @Ctx() context: Context,
  ): Promise<Case | null> {
    const row = await findCase(context, by);
    return row ? new Case(row) : null;
  }

  @Query(() => CaseConnection, {
    complexity: page,
    description: 'All cases that Vigil has heard of, the latest known first.',
  })
  cases(
    @Args(() => ForwardPageArgs) args: ForwardPageArgs,
    @Arg('filter', () => CaseFilter, { nullable: true, description: 'Which; all where it is not given.' })
    filter: CaseFilter | null,
    @Ctx() context: Context,
  ): Promise<CaseConnection> {
    return readCases(context, filter ?? {}, args);
  }

  @FieldResolver(() => Court, { description: 'The court that keeps it, or the publisher whose series it is.' })
  court(@Root() { row }: Case): Court {
    return new Court(courtOrPublisherById(row.courtId));
  }

  @FieldResolver(() => Court, {
    nullable: true,
    description: 'The federal trial court of the case below, of a case in a court of appeals.',
  })
  originatingCourt(@Root() { row }: Case): Court | null {
    const { originatingCourt = null } = row.facts;
    return originatingCourt === null ? null : new Court(courtById(originatingCourt));
  }

  @FieldResolver(() => [Coverage], {
    complexity: page,
    description:
      'When Vigil could see what shows it (the feeds of its court, and dockets and searches of its own), and when it was blind; the latest first.',
  })
  async coverage(
    @Root() { row }: Case,
    @Arg('first', () => Int, { defaultValue: 10, description: 'The latest so many; 200 at most.' }) first: number,
    @Ctx() { db, loaders }: Context,
  ): Promise<readonly Coverage[]> {
    return latestCoverage(loaders, await targetsThatShow(db, row), first);
  }

  @FieldResolver(() => [CoverageLimit], {
    complexity: aCount,
    description:
      'What of it cannot be seen, however well everything works: no feed, no whole docket report, restricted.',
  })
  async coverageLimits(@Root() { row }: Case, @Ctx() { db, loaders }: Context): Promise<readonly CoverageLimit[]> {
    const [showing, watchedOfCourt, whole] = await Promise.all([
      targetsThatShow(db, row),
      loaders.targetsOfCourt.load(row.courtId),
      hasWholeDocket(db, row),
    ]);
    const isWatched = new Set(watchedOfCourt.map(({ id }) => id));
    const watched = showing.filter(({ id }) => isWatched.has(id));
    return limitsOfCase(row, { court: courtOrPublisherById(row.courtId), watched, hasWholeDocket: whole });
  }

  @FieldResolver(() => [UnseenEntries], {
    complexity: aCount,
    description: 'Numbers of entries that nothing has shown, while higher ones were; the lowest 200 gaps.',
  })
  async unseenEntries(@Root() { row }: Case, @Ctx() { db }: Context): Promise<readonly UnseenEntries[]> {
    return (await unseenNumbers(db, row, largestPage)).map((gap) => new UnseenEntries(gap));
  }

  @FieldResolver(() => TimelineConnection, { complexity: page, description: 'What happened in it, newest first.' })
  timeline(
    @Root() { row }: Case,
    @Args(() => CaseTimelineArgs) args: CaseTimelineArgs,
    @Ctx() context: Context,
  ): Promise<TimelineConnection> {
    return readTimeline(context, { cases: [row.id] }, args);
  }
}
