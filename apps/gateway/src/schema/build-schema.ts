import 'reflect-metadata';
import { GraphQLInputObjectType, type GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { CaseResolver } from '../cases/case-resolver.js';
import { ChangeResolver } from '../changes/change-resolver.js';
import { ConflictResolver } from '../conflicts/conflict-resolver.js';
import { CourtResolver } from '../courts/court-resolver.js';
import { DocketEntryContent } from '../events/docket-entry-content.js';
import { DocketEntryEvent } from '../events/docket-entry-event.js';
import { EventResolver, EventRevisionResolver } from '../events/event-resolver.js';
import { PublicationContent } from '../events/publication-content.js';
import { PublicationEvent } from '../events/publication-event.js';
import { NodeResolver } from '../identity/node-resolver.js';
import { TimelineResolver } from '../timeline/timeline-resolver.js';
import { HealthMutations } from '../watching/health-mutations.js';
import { WatchingMutations } from '../watching/watching-mutations.js';
import { CoverageResolver, TargetResolver, WatchResolver } from '../watching/watching-resolver.js';

/** Inputs of which exactly one member is given; type-graphql has no option for it. */
const oneOf = ['CaseBy', 'TargetBy'];

/** Builds the schema. */
export function buildSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: [
      CaseResolver,
      ChangeResolver,
      ConflictResolver,
      CourtResolver,
      CoverageResolver,
      EventResolver,
      EventRevisionResolver,
      HealthMutations,
      NodeResolver,
      TargetResolver,
      TimelineResolver,
      WatchingMutations,
      WatchResolver,
    ],
    orphanedTypes: [DocketEntryContent, DocketEntryEvent, PublicationContent, PublicationEvent],
    validate: false,
    pubSub: unused,
  });
  for (const name of oneOf) {
    const type = schema.getType(name);
    if (!(type instanceof GraphQLInputObjectType)) throw new TypeError(`no input ${name}`);
    type.isOneOf = true;
  }
  for (const [name, description] of Object.entries(roots)) schema.getType(name)!.description = description;
  return schema;
}

/** type-graphql describes no root. */
const roots = {
  Query: 'What can be asked.',
  Mutation: 'What can be done.',
  Subscription: 'What can be followed, over a WebSocket at the same address.',
} as const;

/** type-graphql wants one wherever there is a subscription; ours brings its own stream. */
const unused = {
  publish: () => undefined,
  subscribe: () => {
    throw new TypeError('subscriptions read the log of Changes');
  },
};
