import type { RevisionRow } from '@vigil/db';
import { whatChanged, type RevisionKind } from '@vigil/timeline';
import { Field, Int, ObjectType } from 'type-graphql';
import { fewTimes } from '../cost/estimates.js';
import { InstantScalar } from '../scalars/instant.js';
import { EventContent } from './event-content.js';
import { EventState } from './event-state.js';
import { RevisionKindEnum } from './revision-kind.js';
import { toContent } from './to-content.js';

/** The GraphQL face of one state that readers had. */
@ObjectType({
  simpleResolvers: true,
  description: 'What Vigil told of an event during one span of time. Revisions are never rewritten.',
})
export class EventRevision {
  @Field(() => Int, { description: '1 for the first.' })
  readonly n: number;

  @Field(() => InstantScalar, { description: 'Since when Vigil told it so.' })
  readonly recordedFrom: string;

  @Field(() => InstantScalar, {
    nullable: true,
    description: 'Until when (not included); `null` for the revision in force.',
  })
  readonly recordedTo: string | null;

  @Field(() => [RevisionKindEnum], {
    description:
      'What is different from the revision before; empty for the first, and where only earlier times or doubts are.',
  })
  readonly what: readonly RevisionKind[];

  @Field(() => EventContent, { description: 'What the event said then.' })
  readonly content: EventContent;

  @Field(() => [EventState], {
    complexity: fewTimes,
    description:
      'What was then known of how the publisher’s own statement changed, by the time of its pages, oldest first.',
  })
  readonly states: readonly EventState[];

  constructor(
    readonly caseId: string,
    readonly row: RevisionRow,
    before: RevisionRow | null,
  ) {
    this.what = whatChanged(before?.content ?? null, row.content);
    this.n = row.n;
    this.recordedFrom = row.recordedFrom;
    this.recordedTo = row.recordedTo;
    this.content = toContent(row.content);
    this.states = row.states.map((state) => new EventState(state));
  }
}
