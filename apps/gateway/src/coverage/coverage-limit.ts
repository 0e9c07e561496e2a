import { Field, ObjectType, registerEnumType } from 'type-graphql';

const CoverageLimitReason = {
  NO_FEED: 'NO_FEED',
  PARTIAL_FEED: 'PARTIAL_FEED',
  UNKNOWN_FEED: 'UNKNOWN_FEED',
  NOT_WATCHED: 'NOT_WATCHED',
  NEVER_SEEN: 'NEVER_SEEN',
  NO_WHOLE_DOCKET: 'NO_WHOLE_DOCKET',
  RESTRICTED: 'RESTRICTED',
} as const;

/** Why something cannot be seen, however well everything works. */
export type CoverageLimitReason = keyof typeof CoverageLimitReason;

registerEnumType(CoverageLimitReason, {
  name: 'CoverageLimitReason',
  description: 'Why something of a court or case cannot be seen, however well everything works.',
  valuesConfig: {
    NO_FEED: { description: 'The court publishes no feed.' },
    PARTIAL_FEED: { description: 'The court’s feed carries only some kinds of entries: see `entryTypes`.' },
    UNKNOWN_FEED: { description: 'Which entries the court’s feed carries is not recorded.' },
    NOT_WATCHED: { description: 'Nothing of it is watched.' },
    NEVER_SEEN: { description: 'It is watched, and could not be seen yet.' },
    NO_WHOLE_DOCKET: { description: 'No whole docket report of the case was ever read.' },
    RESTRICTED: {
      description: 'Papers of the case are restricted, which is not that they are missing (Rule 5.2(c)).',
    },
  },
});

/** The GraphQL face of a limit of Coverage. */
@ObjectType({
  simpleResolvers: true,
  description: 'What cannot be seen of a court or case, however well everything works, and why.',
})
export class CoverageLimit {
  @Field(() => CoverageLimitReason, { description: 'Why.' })
  readonly reason: CoverageLimitReason;

  @Field(() => String, { description: 'Why, in a sentence, with the way out where there is one.' })
  readonly message: string;

  @Field(() => [String], {
    description: 'The kinds of entries that can be seen, in the court’s words, where `reason` is PARTIAL_FEED.',
  })
  readonly entryTypes: readonly string[];

  constructor(reason: CoverageLimitReason, entryTypes: readonly string[] = []) {
    this.reason = reason;
    this.message = messages[reason];
    this.entryTypes = entryTypes;
  }
}

const messages: Readonly<Record<CoverageLimitReason, string>> = {
  NO_FEED: 'This court publishes no feed: import docket reports that a person saved, or the court’s mails.',
  PARTIAL_FEED: 'This court’s feed carries only some kinds of entries: others are seen on docket reports and in mails.',
  UNKNOWN_FEED: 'Which entries this court’s feed carries is not recorded: others may exist.',
  NOT_WATCHED: 'Nothing of it is watched: add a Watch, or import what a person saved.',
  NEVER_SEEN: 'It is watched, and could not be seen yet: see the Coverage of its targets.',
  NO_WHOLE_DOCKET: 'No whole docket report was read: what came before the feed was watched is not known. Import one.',
  RESTRICTED:
    'In this kind of case papers other than orders can be read at the courthouse only (Fed. R. Civ. P. 5.2(c)): they are restricted, not missing.',
};
