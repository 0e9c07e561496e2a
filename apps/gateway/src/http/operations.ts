import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import { note, noteError, traced } from '@vigil/telemetry';
import type { FastifyInstance } from 'fastify';
import { GraphQLError, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { createContext, type Context, type Rooms } from '../context/context.js';
import { assertAffordable, longestDocument } from '../cost/assert-affordable.js';
import type { PublicError } from './public-error.js';

/** What serving operations needs. */
export interface ServeOptions {
  readonly schema: GraphQLSchema;
  readonly rooms: Rooms;
  readonly publicError: PublicError;
}

/** Serves queries and mutations over HTTP at `/graphql`. */
export async function serveOperations(
  app: FastifyInstance,
  { schema, rooms, publicError }: ServeOptions,
): Promise<void> {
  const apollo = new ApolloServer<Context>({
    schema,
    introspection: true,
    csrfPrevention: true,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: longestDocument },
    formatError: (_formatted, error) => publicError(error),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      told(),
      affordable(schema),
    ],
  });
  await apollo.start();
  app.addHook('onClose', () => apollo.stop());
  const handle = fastifyApolloHandler(apollo, { context: async () => createContext(rooms) });
  app.route({
    method: ['GET', 'POST', 'OPTIONS'],
    url: '/graphql',
    handler: (request, reply) => traced('vigil.graphql', async () => handle.call(app, request, reply)),
  });
}

/** Says in the span of a request which operation it is, and that it failed. Never its variables. */
function told(): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ operation }) => {
        if (operation) note(operationAttributes(operation));
      },
      didEncounterErrors: async ({ errors: [error] }) => noteError(error?.originalError ?? error),
    }),
  };
}

/** By the names of OpenTelemetry's conventions. */
export function operationAttributes({ operation, name }: OperationDefinitionNode): Readonly<Record<string, string>> {
  return { 'graphql.operation.type': operation, ...(name && { 'graphql.operation.name': name.value }) };
}

/** Here and not as a validation rule: a document is validated once and then known, its variables are new each time. */
function affordable(schema: GraphQLSchema): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ document, operation, request }) => {
        if (!operation) return; // Apollo says so itself
        try {
          assertAffordable(schema, { document, operation, variables: request.variables ?? {} });
        } catch (error) {
          const originalError = error instanceof Error ? error : null;
          throw new GraphQLError(originalError?.message ?? '', {
            originalError,
            extensions: { http: { status: 400 } },
          });
        }
      },
    }),
  };
}
