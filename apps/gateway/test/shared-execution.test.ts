import { getOperationAST, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import '../src/index.js';
import { shareKey } from '../src/http/shared-execution.js';
import { buildSchema } from '../src/schema/build-schema.js';

describe('the key under which executions are shared', () => {
  const schema = buildSchema();
  const key = (query: string, variableValues: Readonly<Record<string, unknown>>): string => {
    const document = parse(query);
    return shareKey(query, getOperationAST(document)!, { schema, document, variableValues });
  };

  it('does not depend on where a follower began, nor on what it filters', () => {
    const query =
      'subscription ($after: String, $filter: TimelineFilter) { timelineChanged(after: $after, filter: $filter) { __typename } }';
    expect(key(query, { after: 'a', filter: { courts: ['cacd'] } })).toBe(key(query, { after: 'b' }));
  });

  it('depends on the document and on every variable that is used below', () => {
    const below =
      'subscription ($n: Int) { timelineChanged { ... on TimelineChange { event { case { timeline(first: $n) { feedCursor } } } } } }';
    const fragment =
      'subscription ($n: Int) { timelineChanged { ...F } } fragment F on TimelineChange { event { case { timeline(first: $n) { feedCursor } } } }';
    const directive =
      'subscription ($n: Boolean!) { timelineChanged { __typename ... @include(if: $n) { __typename } } }';
    const keys = [below, fragment, directive].flatMap((query) => [key(query, { n: 1 }), key(query, { n: 2 })]);
    expect(new Set(keys).size).toBe(6);
  });
});
