import { checksOf, listTargets, listWatches } from '@vigil/db';
import { courtOrPublisherById } from '@vigil/dockets';
import { troublesOf } from '@vigil/intake';
import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { sizeOf } from '../connection/page-window.js';
import type { Context } from '../context/context.js';
import { manyTimes, page } from '../cost/estimates.js';
import { Court } from '../courts/court.js';
import { Check } from './check.js';
import { Coverage } from '../coverage/coverage.js';
import { Target } from './target.js';
import { TargetHealth } from './target-health.js';
import { Watch } from './watch.js';
import { isGiven } from '../inputs/is-given.js';

/** Watches, and what leads on from one. */
@Resolver(() => Watch)
export class WatchResolver {
  @Query(() => [Watch], {
    complexity: manyTimes,
    description: 'What you watch, the oldest first; removed ones are not shown.',
  })
  async watches(@Ctx() { db, organisationId }: Context): Promise<readonly Watch[]> {
    return (await listWatches(db, organisationId)).map((row) => new Watch(row));
  }

  @FieldResolver(() => Target, { description: 'What is watched.' })
  async target(@Root() { row }: Watch, @Ctx() { loaders }: Context): Promise<Target> {
    return new Target((await loaders.targets.load(row.targetId))!);
  }
}

/** Targets, and what leads on from one. */
@Resolver(() => Target)
export class TargetResolver {
  @Query(() => [Target], { complexity: manyTimes, description: 'What is looked at, by title.' })
  async targets(
    @Arg('court', () => String, { nullable: true, description: 'Of this court only (`cacd`).' }) court: string | null,
    @Arg('unwatched', () => Boolean, { defaultValue: false, description: 'Those that nobody watches any more, too.' })
    unwatched: boolean,
    @Ctx() { db }: Context,
  ): Promise<readonly Target[]> {
    const rows = await listTargets(db, {
      unwatched,
      ...(isGiven(court) && { courtId: courtOrPublisherById(court).id }),
    });
    return rows.map((row) => new Target(row));
  }

  @FieldResolver(() => Court, {
    nullable: true,
    description: 'The court or publisher that it is of, where it is of one.',
  })
  court(@Root() { row }: Target): Court | null {
    return row.courtId === null ? null : new Court(courtOrPublisherById(row.courtId));
  }

  @FieldResolver(() => TargetHealth, { description: 'How it is: seen, silent, overdue, or kept from readers.' })
  async health(@Root() { row }: Target, @Ctx() { loaders, sources }: Context): Promise<TargetHealth> {
    const { row: health, now } = await loaders.health.load(row.id);
    return new TargetHealth(health, troublesOf({ source: sources.get(row.source), target: row, health, now }));
  }

  @FieldResolver(() => [Check], { complexity: page, description: 'The latest looks, the latest first.' })
  async checks(
    @Root() { row }: Target,
    @Arg('first', () => Int, { defaultValue: 10, description: 'So many; 200 at most.' }) first: number,
    @Ctx() { db }: Context,
  ): Promise<readonly Check[]> {
    return (await checksOf(db, row.id, sizeOf('first', first))).map((check) => new Check(check));
  }

  @FieldResolver(() => [Coverage], {
    complexity: page,
    description: 'When Vigil could see it, and when it was blind; the latest first.',
  })
  async coverage(
    @Root() { row }: Target,
    @Arg('first', () => Int, { defaultValue: 10, description: 'The latest so many; 200 at most.' }) first: number,
    @Ctx() { loaders }: Context,
  ): Promise<readonly Coverage[]> {
    const rows = await loaders.coverage.load({ targetId: row.id, first: sizeOf('first', first) });
    return rows.map((coverage) => new Coverage(coverage));
  }
}

/** What leads on from Coverage. */
@Resolver(() => Coverage)
export class CoverageResolver {
  @FieldResolver(() => Target, { description: 'What could be seen, or could not.' })
  async target(@Root() { row }: Coverage, @Ctx() { loaders }: Context): Promise<Target> {
    return new Target((await loaders.targets.load(row.targetId))!);
  }
}
