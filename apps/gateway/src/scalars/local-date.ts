import { GraphQLScalarType } from 'graphql';

/** A civil date; only ever given out. */
export const LocalDateScalar = new GraphQLScalarType<string, string>({
  name: 'LocalDate',
  description: 'A calendar day without a time or zone, such as `2017-12-14`.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/local-date',
  serialize: (value) => value as string,
});
