import { GraphQLScalarType } from 'graphql';
import { GraphQLDateTime } from 'graphql-scalars';

/** A moment: a UTC text inside, any RFC 3339 offset on the way in. */
export const InstantScalar = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  description:
    'A moment in UTC, such as `2017-12-14T21:05:00.000Z`. On the way in any offset is understood (`2017-12-14T13:05:00-08:00`).',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time',
  serialize: (value) => value as string,
  parseValue: (value) => GraphQLDateTime.parseValue(value).toISOString(),
  parseLiteral: (node, variables) => GraphQLDateTime.parseLiteral(node, variables).toISOString(),
});
