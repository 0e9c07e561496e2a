/** Subscriptions over WebSocket at `/graphql`, by the graphql-transport-ws protocol. */
import { isOwnAddress } from '@vigil/settings';
import { note, noteError, traced } from '@vigil/telemetry';
import {
  createSourceEventStream,
  GraphQLError,
  type ExecutionArgs,
  type ExecutionResult,
  type FormattedExecutionResult,
  type OperationDefinitionNode,
} from 'graphql';
import { type SubscribePayload } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { STATUS_CODES, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { WebSocketServer } from 'ws';
import type { StreamItem } from '../changes/stream-item.js';
import { createContext } from '../context/context.js';
import { assertAffordable } from '../cost/assert-affordable.js';
import type { GatewayMetrics } from '../health/gateway-metrics.js';
import { ExecutedStream } from './executed-stream.js';
import { operationAttributes, type ServeOptions } from './operations.js';
import { PreparedDocuments } from './prepared-documents.js';
import { shareKey, SharedExecution } from './shared-execution.js';

const longestMessage = 64 * 1024;
const mostOfOneSocket = 100;
/** A client that does not answer a ping for so long is gone; so is one that reads nothing. Milliseconds. */
const pingMs = 12_000;
/** "Service restart": clients come back by themselves, with their last cursor. */
const restarting = 1012;

interface SubscriptionArgs extends ExecutionArgs {
  readonly operation: OperationDefinitionNode;
  readonly key: string;
}

/** Open subscriptions. */
export interface Subscriptions {
  /** Tells every client that the server restarts; cuts off who has not gone after `graceMs` milliseconds. */
  close(graceMs: number): Promise<void>;
}

/** What serving subscriptions needs. */
export interface SubscriptionOptions extends ServeOptions {
  readonly metrics: GatewayMetrics;
}

/** Serves subscriptions on the sockets of an HTTP server. */
export function serveSubscriptions(
  server: Server,
  { schema, rooms, publicError, metrics }: SubscriptionOptions,
): Subscriptions {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: longestMessage, perMessageDeflate: false });
  const documents = new PreparedDocuments(schema);
  const shared = new SharedExecution(rooms);
  let closing = false;

  const tell = (result: ExecutionResult): ExecutionResult =>
    // graphql-ws sends what it is given; errors in their public form are all that may be sent.
    result.errors
      ? { ...result, errors: result.errors.map(publicError) as unknown as readonly GraphQLError[] }
      : result;

  const prepare = ({
    query,
    operationName,
    variables,
  }: SubscribePayload): SubscriptionArgs | readonly GraphQLError[] => {
    const prepared = documents.subscription(query, operationName);
    if (!('operation' in prepared)) return prepared;
    const { document, operation } = prepared;
    assertAffordable(schema, { document, operation, variables: variables ?? {} });
    const args = {
      schema,
      document,
      operation,
      operationName,
      variableValues: variables,
      contextValue: createContext(rooms),
    };
    return { ...args, key: shareKey(query, operation, args) };
  };

  useServer(
    {
      isProd: true,
      onSubscribe: (ctx, _id, payload) => {
        if (Object.keys(ctx.subscriptions).length > mostOfOneSocket)
          return [new GraphQLError(`more than ${mostOfOneSocket} subscriptions on one connection`)];
        try {
          return prepare(payload);
        } catch (error) {
          return [asGraphQLError(error)];
        }
      },
      subscribe: async (args) => {
        const { key, operation } = args as SubscriptionArgs;
        const items = await traced('vigil.graphql', async () => {
          note(operationAttributes(operation));
          const stream = await createSourceEventStream(args);
          if (!(Symbol.asyncIterator in stream)) noteError(stream.errors?.[0]?.originalError ?? stream.errors?.[0]);
          return stream;
        });
        if (!(Symbol.asyncIterator in items)) return tell(items);
        const delivered = metrics.watchDelivery();
        return new ExecutedStream(items as AsyncIterable<StreamItem>, async (item) => {
          const result = tell(await shared.run(args, key, item));
          delivered(item);
          return result;
        });
      },
      // What was told is in its public form already.
      onNext: (...[, , , , result]) => result as FormattedExecutionResult,
      onError: (_ctx, _id, _payload, errors) => errors.map(publicError),
    },
    sockets,
    pingMs,
  );

  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    if (closing) return refuse(socket, 503);
    if (!isOwnAddress(request.headers)) return refuse(socket, 403);
    if (request.url?.split('?')[0] !== '/graphql') return refuse(socket, 404);
    sockets.handleUpgrade(request, socket, head, (client) => sockets.emit('connection', client, request));
  });

  return {
    close: async (graceMs) => {
      closing = true;
      const gone = [...sockets.clients].map((client) => new Promise((resolve) => client.once('close', resolve)));
      for (const client of sockets.clients) client.close(restarting, 'Service restart');
      await Promise.race([Promise.all(gone), delay(graceMs, undefined, { ref: false })]);
      for (const client of sockets.clients) client.terminate();
      sockets.close();
    },
  };
}

function refuse(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function asGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  const originalError = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(originalError.message, { originalError });
}
