import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const longest = 100;

/** A docket number: in its one spelling on the way out, as anyone prints it on the way in. */
export const DocketNumberScalar = new GraphQLScalarType<string, string>({
  name: 'DocketNumber',
  description:
    'The number under which a court keeps a case, in its one spelling, such as `8:17-cv-01898`. On the way in every printed form is understood (`8:17-cv-01898-ABC-DEF`, `SACV 17-01898 ABC (DEFx)`).',
  serialize: (value) => value as string,
  parseValue: toNumber,
  parseLiteral: (node) => toNumber(node.kind === Kind.STRING ? node.value : undefined),
});

function toNumber(value: unknown): string {
  const text = typeof value === 'string' ? value.trim() : '';
  if (text === '' || text.length > longest)
    throw new GraphQLError(`a DocketNumber is a text of 1 to ${longest} characters`);
  return text;
}
