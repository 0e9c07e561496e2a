import { GraphQLScalarType } from 'graphql';

/** A SHA-256; only ever given out. */
export const Sha256Scalar = new GraphQLScalarType<string, string>({
  name: 'Sha256',
  description: 'A SHA-256 digest as 64 lower-case hexadecimal digits: what `sha256sum` prints for the same bytes.',
  serialize: (value) => value as string,
});
