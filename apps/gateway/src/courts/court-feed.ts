import type { CourtFeed as Feed, CourtKind, FeedStatus as Status } from '@vigil/dockets';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { UrlScalar } from '../scalars/url.js';

const FeedStatus = { ALL: 'ALL', PARTIAL: 'PARTIAL', NONE: 'NONE', UNKNOWN: 'UNKNOWN' } as const;

registerEnumType(FeedStatus, {
  name: 'FeedStatus',
  description: 'Which docket entries a court’s public feed carries.',
  valuesConfig: {
    ALL: { description: 'All of them.' },
    PARTIAL: { description: 'Some kinds: see `entryTypes`.' },
    NONE: { description: 'The court publishes no feed.' },
    UNKNOWN: { description: 'There is a feed, and nobody has recorded what it carries.' },
  },
});

/** The GraphQL face of a court's feed. */
@ObjectType({ simpleResolvers: true, description: 'A court’s public feed of docket entries (RSS).' })
export class CourtFeed {
  @Field(() => String, { description: 'In a sentence, whether this court can be followed by its feed.' })
  readonly statement: string;

  @Field(() => FeedStatus, { description: 'Which entries the feed carries.' })
  readonly status: Status;

  @Field(() => UrlScalar, { nullable: true, description: 'The feed’s address; `null` where there is none.' })
  readonly url: string | null;

  @Field(() => [String], {
    description: 'The kinds of entries that the feed carries, in the court’s words, where `status` is PARTIAL.',
  })
  readonly entryTypes: readonly string[];

  @Field(() => String, { nullable: true, description: 'The month (`2026-04`) in which the status was last known.' })
  readonly asOf: string | null;

  constructor({ url, status, entryTypes, asOf }: Feed, kind: CourtKind) {
    this.url = url;
    this.status = url === null ? 'NONE' : status;
    this.statement = kind === 'PUBLISHER' ? noCourt : statements[this.status];
    this.entryTypes = entryTypes;
    this.asOf = asOf;
  }
}

const statements: Readonly<Record<Status, string>> = {
  ALL: 'The feed of this court carries every docket entry.',
  PARTIAL: 'The feed of this court carries only some kinds of docket entries.',
  NONE: 'No feed for this court: import docket reports that a person saved.',
  UNKNOWN: 'This court has a feed; which entries it carries is not recorded.',
};

const noCourt = 'This is no court and keeps no docket: what it publishes is followed by sources of its own.';
