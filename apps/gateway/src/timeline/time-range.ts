import { Field, InputType } from 'type-graphql';
import { InstantScalar } from '../scalars/instant.js';

/** A half-open span of time, open where an end is not given. */
@InputType({ description: 'A span of time. An end that is not given is open.' })
export class TimeRange {
  @Field(() => InstantScalar, { nullable: true, description: 'From this moment on (included).' })
  readonly from?: string | null;

  @Field(() => InstantScalar, { nullable: true, description: 'Until this moment (not included).' })
  readonly to?: string | null;
}
