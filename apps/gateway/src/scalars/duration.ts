import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { Duration } from 'luxon';

/** A span of time: whole milliseconds inside, ISO 8601 outside. */
export const DurationScalar = new GraphQLScalarType<number, string>({
  name: 'Duration',
  description: 'A span of time after ISO 8601, such as `PT5M` (five minutes) or `PT1H30M`.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/duration',
  serialize: (value) =>
    Duration.fromMillis(value as number)
      .rescale()
      .toISO(),
  parseValue: toMilliseconds,
  parseLiteral: (node) => toMilliseconds(node.kind === Kind.STRING ? node.value : undefined),
});

function toMilliseconds(value: unknown): number {
  const duration = typeof value === 'string' ? Duration.fromISO(value) : undefined;
  if (!duration?.isValid) throw new GraphQLError('a Duration is a text after ISO 8601, such as "PT5M"');
  return duration.toMillis();
}
