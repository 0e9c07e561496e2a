/**
 * A Change that many follow with the same document is executed once for all of them: what they get differs only
 * by the variables that are used below the subscription's own field.
 */
import {
  execute,
  Kind,
  visit,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type OperationDefinitionNode,
} from 'graphql';
import { createContext, type Context, type Rooms } from '../context/context.js';

/** Followers in the present come for a Change at once; who comes later gets what is true later. Milliseconds. */
const keptMs = 1_000;
/** Different results that are kept for one item. */
const mostKept = 16;

interface Shared {
  /** What the followers of an item load, they load together, and not at their subscription. */
  readonly context: Context;
  readonly results: Map<string, Promise<ExecutionResult>>;
}

/** Executions of a moment, by item. */
export class SharedExecution {
  readonly #rooms: Rooms;
  readonly #shared = new Map<object, Shared>();

  constructor(rooms: Rooms) {
    this.#rooms = rooms;
  }

  /** Executes an operation on an item. `key` is equal for operations with equal results. */
  run(args: ExecutionArgs, key: string, item: object): Promise<ExecutionResult> {
    const { context, results } = this.#shared.get(item) ?? this.#share(item);
    const known = results.get(key);
    if (known) return known;
    const result = Promise.resolve(execute({ ...args, rootValue: item, contextValue: context }));
    if (results.size < mostKept) results.set(key, result);
    return result;
  }

  #share(item: object): Shared {
    const shared: Shared = { context: createContext(this.#rooms), results: new Map() };
    this.#shared.set(item, shared);
    setTimeout(() => this.#shared.delete(item), keptMs).unref();
    return shared;
  }
}

/** A text that is equal for operations that have equal results on every item. */
export function shareKey(query: string, operation: OperationDefinitionNode, args: ExecutionArgs): string {
  const used = [...variablesBelow(args.document, operation)].sort().map((name) => [name, args.variableValues?.[name]]);
  return JSON.stringify([query, operation.name?.value ?? null, used]);
}

/** Variables that are used anywhere but in the arguments of the operation's own fields. */
function variablesBelow(document: DocumentNode, operation: OperationDefinitionNode): ReadonlySet<string> {
  const { selectionSet } = operation;
  const below = {
    ...selectionSet,
    selections: selectionSet.selections.map((node) => (node.kind === Kind.FIELD ? { ...node, arguments: [] } : node)),
  };
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  const names = new Set<string>();
  for (const node of [below, ...fragments]) visit(node, { Variable: ({ name }) => void names.add(name.value) });
  return names;
}
