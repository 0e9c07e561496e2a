import { catalogue, type ErrorCode } from '@vigil/errors';
import { Field, ObjectType } from 'type-graphql';

/** An error of the catalogue, as a value. */
@ObjectType({ simpleResolvers: true, description: 'What went wrong, and the way out.' })
export class Problem {
  @Field(() => String, { description: 'Its code in the catalogue of errors.' })
  readonly code: string;

  @Field(() => String, { description: 'What it is, in a few words.' })
  readonly title: string;

  @Field(() => String, { description: 'What to do about it.' })
  readonly wayOut: string;

  constructor(code: string) {
    const entry = catalogue[(code in catalogue ? code : 'INTERNAL') as ErrorCode];
    this.code = code;
    this.title = entry.title;
    this.wayOut = entry.wayOut;
  }
}
