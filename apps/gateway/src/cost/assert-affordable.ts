import { VigilError } from '@vigil/errors';
import { Kind, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { fieldExtensionsEstimator, getComplexity, simpleEstimator } from 'graphql-query-complexity';
import { operationDepth } from './operation-depth.js';

const deepest = 15;
const dearest = 20_000;

/** Tokens of a document at most; more are not even read. */
export const longestDocument = 2_000;

/** A valid document, the operation in it that is meant, and its variables. */
export interface AskedOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Throws TOO_COMPLEX for an operation that asks for too much, and a GraphQLError for variables of a wrong type. */
export function assertAffordable(schema: GraphQLSchema, { document, operation, variables }: AskedOperation): void {
  const fragments = Object.fromEntries(
    document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  );
  const depth = operationDepth(operation, fragments);
  if (depth > deepest) throw new VigilError('TOO_COMPLEX', `the query is ${depth} levels deep, and may be ${deepest}`);
  const cost = getComplexity({
    schema,
    query: document,
    variables,
    ...(operation.name && { operationName: operation.name.value }),
    estimators: [fieldExtensionsEstimator(), simpleEstimator({ defaultComplexity: 1 })],
  });
  if (cost > dearest) throw new VigilError('TOO_COMPLEX', `the query would cost ${cost}, and may cost ${dearest}`);
}
