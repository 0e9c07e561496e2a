import {
  getOperationAST,
  GraphQLError,
  OperationTypeNode,
  parse,
  validate,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { longestDocument } from '../cost/assert-affordable.js';

const mostKept = 500;

/** A valid document and the subscription in it that is meant. */
export interface Prepared {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

type Checked = DocumentNode | readonly GraphQLError[];

/** Parses and validates documents; the latest are remembered. */
export class PreparedDocuments {
  readonly #schema: GraphQLSchema;
  readonly #kept = new Map<string, Checked>();

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  /** The subscription of this name; errors where the document has none, or is not valid. */
  subscription(query: string, operationName: string | null | undefined): Prepared | readonly GraphQLError[] {
    const document = this.#check(query);
    if (!isDocument(document)) return document;
    const operation = getOperationAST(document, operationName);
    if (!operation) return [new GraphQLError('the document has no such operation')];
    if (operation.operation !== OperationTypeNode.SUBSCRIPTION)
      return [new GraphQLError(`only subscriptions are served here; send a ${operation.operation} by HTTP`)];
    return { document, operation };
  }

  #check(query: string): Checked {
    const known = this.#kept.get(query);
    if (known) return known;
    const checked = this.#parse(query);
    this.#kept.set(query, checked);
    if (this.#kept.size > mostKept) this.#kept.delete(this.#kept.keys().next().value!);
    return checked;
  }

  #parse(query: string): Checked {
    try {
      const document = parse(query, { maxTokens: longestDocument });
      const errors = validate(this.#schema, document);
      return errors.length > 0 ? errors : document;
    } catch (error) {
      if (error instanceof GraphQLError) return [error];
      throw error;
    }
  }
}

const isDocument = (checked: Checked): checked is DocumentNode => 'kind' in checked;
