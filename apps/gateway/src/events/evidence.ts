import type { EvidenceRow } from '@vigil/db';
import { GraphQLJSON } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { Capture } from './capture.js';

/** The GraphQL face of an Observation and the Captures that hold it. */
@ObjectType({
  simpleResolvers: true,
  description: 'One statement that an event rests on, and the pages that make it.',
})
export class Evidence {
  @Field(() => String, { description: 'The source that was read, such as `cmecf-rss`.' })
  readonly source: string;

  @Field(() => Int, { description: 'Version of the reader that read it.' })
  readonly sourceVersion: number;

  @Field(() => GraphQLJSON, { description: 'What the page says, field by field, as it was read.' })
  readonly statement: unknown;

  @Field(() => Capture, { description: 'The first page that says so.' })
  readonly first: Capture;

  @Field(() => Capture, { description: 'The latest page that says so.' })
  readonly latest: Capture;

  constructor({ source, sourceVersion, statement, first, latest }: EvidenceRow) {
    this.source = source;
    this.sourceVersion = sourceVersion;
    this.statement = statement;
    this.first = new Capture(first);
    this.latest = new Capture(latest);
  }
}
