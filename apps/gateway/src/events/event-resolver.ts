import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Case } from '../cases/case.js';
import type { Context } from '../context/context.js';
import { fewTimes } from '../cost/estimates.js';
import { Event } from './event.js';
import { EventRevision } from './event-revision.js';
import { Evidence } from './evidence.js';
import { loadEvidence } from './load-evidence.js';
import { toEvent } from './to-event.js';

/** What leads on from an Event. */
@Resolver(() => Event)
export class EventResolver {
  @FieldResolver(() => Case, {
    description: 'The case that it is of; for what is of no case, the publisher’s series stands in its place.',
  })
  async case(@Root() { row }: Event, @Ctx() { loaders }: Context): Promise<Case> {
    return new Case((await loaders.cases.load(row.caseId))!);
  }

  @FieldResolver(() => [Evidence], {
    complexity: fewTimes,
    description: 'Every statement that says so, with the pages that make it.',
  })
  evidence(@Root() { row }: Event, @Ctx() { loaders }: Context): Promise<readonly Evidence[]> {
    return loadEvidence(loaders, row.caseId, row.evidence);
  }

  @FieldResolver(() => [EventRevision], {
    complexity: fewTimes,
    description: 'Everything that Vigil ever told of it, oldest first.',
  })
  async revisions(@Root() { row }: Event, @Ctx() { loaders }: Context): Promise<readonly EventRevision[]> {
    const { caseId, id } = row;
    const revisions = await loaders.revisions.load({ caseId, id });
    return revisions.map((revision, index) => new EventRevision(caseId, revision, revisions[index - 1] ?? null));
  }

  @FieldResolver(() => [Event], {
    complexity: fewTimes,
    description:
      'Events of the same case, as they are now, that may be this very one: the evidence cannot tell, and Vigil never merges on a guess.',
  })
  async possibleDuplicates(@Root() { row }: Event, @Ctx() { loaders }: Context): Promise<readonly Event[]> {
    const { caseId, id, possibleDuplicateOf } = row;
    const rows = await Promise.all(possibleDuplicateOf.map((other) => loaders.events.load({ caseId, id: other })));
    const found = new Map(rows.flatMap((other) => (other && other.id !== id ? [[other.id, other]] : [])));
    return [...found.values()].map(toEvent);
  }
}

/** What leads on from a revision. */
@Resolver(() => EventRevision)
export class EventRevisionResolver {
  @FieldResolver(() => [Evidence], { complexity: fewTimes, description: 'What this revision rests on.' })
  evidence(@Root() { caseId, row }: EventRevision, @Ctx() { loaders }: Context): Promise<readonly Evidence[]> {
    return loadEvidence(loaders, caseId, row.evidence);
  }
}
