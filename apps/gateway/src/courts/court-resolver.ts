import { courtOrPublisherById } from '@vigil/dockets';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context/context.js';
import { fewTimes, manyTimes, page } from '../cost/estimates.js';
import { CoverageLimit } from '../coverage/coverage-limit.js';
import { Coverage } from '../coverage/coverage.js';
import { latestCoverage } from '../coverage/latest-coverage.js';
import { limitsOfCourt } from '../coverage/limits-of.js';
import { Target } from '../watching/target.js';
import { CourtFilter } from './court-filter.js';
import { Court } from './court.js';
import { findCourt, findCourts } from './find-courts.js';

/** Courts, and what leads on from one. */
@Resolver(() => Court)
export class CourtResolver {
  @Query(() => Court, { nullable: true, description: 'One court; `null` where it is not known.' })
  court(
    @Arg('id', () => ID, {
      description: 'Its code (`cacd`, also under the names by which others know it), or its id in this graph.',
    })
    id: string,
  ): Court | null {
    const court = findCourt(id);
    return court ? new Court(court) : null;
  }

  @Query(() => [Court], { complexity: manyTimes, description: 'The courts that Vigil knows, by code.' })
  courts(
    @Arg('filter', () => CourtFilter, { nullable: true, description: 'Which; all where it is not given.' })
    filter: CourtFilter | null,
  ): readonly Court[] {
    return findCourts(filter ?? {}).map((court) => new Court(court));
  }

  @FieldResolver(() => [Target], { complexity: fewTimes, description: 'What is watched of it, by whomever.' })
  async targets(@Root() { code }: Court, @Ctx() { loaders }: Context): Promise<readonly Target[]> {
    return (await loaders.targetsOfCourt.load(code)).map((row) => new Target(row));
  }

  @FieldResolver(() => [Coverage], {
    complexity: page,
    description: 'When Vigil could see what is watched of it, and when it was blind; the latest first.',
  })
  async coverage(
    @Root() { code }: Court,
    @Arg('first', () => Int, { defaultValue: 10, description: 'The latest so many; 200 at most.' }) first: number,
    @Ctx() { loaders }: Context,
  ): Promise<readonly Coverage[]> {
    return latestCoverage(loaders, await loaders.targetsOfCourt.load(code), first);
  }

  @FieldResolver(() => [CoverageLimit], {
    complexity: fewTimes,
    description: 'What of it cannot be seen, however well everything works: no feed, a partial one, nothing watched.',
  })
  async coverageLimits(@Root() { code }: Court, @Ctx() { loaders }: Context): Promise<readonly CoverageLimit[]> {
    return limitsOfCourt(courtOrPublisherById(code), await loaders.targetsOfCourt.load(code));
  }
}
