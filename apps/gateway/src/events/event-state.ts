import type { EventState as State } from '@vigil/timeline';
import { Field, ObjectType } from 'type-graphql';
import { InstantScalar } from '../scalars/instant.js';
import { EventContent } from './event-content.js';
import { toContent } from './to-content.js';

/** The GraphQL face of one state by Capture time. */
@ObjectType({
  simpleResolvers: true,
  description: 'What the publisher’s pages said of an event from one moment on.',
})
export class EventState {
  @Field(() => InstantScalar, { description: 'Time of the first page that says so.' })
  readonly capturedAt: string;

  @Field(() => EventContent, { description: 'What they say.' })
  readonly content: EventContent;

  constructor({ capturedAt, content }: State) {
    this.capturedAt = capturedAt;
    this.content = toContent(content);
  }
}
