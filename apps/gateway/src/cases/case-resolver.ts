import { courtById, courtOrPublisherById } from '@vigil/dockets';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { ForwardPageArgs } from '../connection/page-args.js';
import type { Context } from '../context/context.js';
import { page } from '../cost/estimates.js';
import { Court } from '../courts/court.js';
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

  @FieldResolver(() => TimelineConnection, { complexity: page, description: 'What happened in it, newest first.' })
  timeline(
    @Root() { row }: Case,
    @Args(() => CaseTimelineArgs) args: CaseTimelineArgs,
    @Ctx() context: Context,
  ): Promise<TimelineConnection> {
    return readTimeline(context, { cases: [row.id] }, args);
  }
}
