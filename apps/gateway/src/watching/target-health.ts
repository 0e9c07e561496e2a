import type { HealthFinding, HealthRow, Quarantine as QuarantineRow } from '@vigil/db';
import type { Trouble as TroubleFound } from '@vigil/intake';
import type { Normal } from '@vigil/source-kit';
import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { InstantScalar } from '../scalars/instant.js';

const TroubleKind = {
  QUARANTINED: 'QUARANTINED',
  FAILING: 'FAILING',
  CANARY: 'CANARY',
  OVERDUE: 'OVERDUE',
  SILENT: 'SILENT',
} as const;

registerEnumType(TroubleKind, {
  name: 'TroubleKind',
  description: 'What may be wrong with a target.',
  valuesConfig: {
    QUARANTINED: { description: 'What it shows is kept from readers until a person has looked.' },
    FAILING: { description: 'The last look failed.' },
    CANARY: { description: 'Vigil’s own beat was not told for three of its periods: some piece of it stands still.' },
    OVERDUE: { description: 'Nobody looked for three of its periods: schedules, queue or scrapers stand still.' },
    SILENT: { description: 'It shows nothing new for longer than its publisher is ever quiet.' },
  },
});

const QuarantinedBy = { MONITOR: 'MONITOR', PERSON: 'PERSON' } as const;

registerEnumType(QuarantinedBy, {
  name: 'QuarantinedBy',
  description: 'Who keeps something from readers.',
  valuesConfig: {
    MONITOR: { description: 'A monitor: the page looked as it never did.' },
    PERSON: { description: 'A person; only a person ends it.' },
  },
});

/** The GraphQL face of a trouble. */
@ObjectType({ simpleResolvers: true, description: 'Something that is wrong with a target.' })
export class Trouble {
  @Field(() => TroubleKind, { description: 'What.' })
  readonly kind: keyof typeof TroubleKind;

  @Field(() => InstantScalar, { description: 'Since when.' })
  readonly since: string;

  @Field(() => String, { description: 'Why that is thought, in one line.' })
  readonly why: string;

  constructor({ kind, since, why }: TroubleFound) {
    this.kind = kind;
    this.since = since;
    this.why = why;
  }
}

/** The GraphQL face of what a monitor found. */
@ObjectType({ simpleResolvers: true, description: 'What a monitor saw.' })
export class MonitorFinding {
  @Field(() => String, { description: 'Which monitor (`vanished`), or `person`.' })
  readonly monitor: string;

  @Field(() => String, { description: 'What it saw: counts and names of fields, never words of a page.' })
  readonly why: string;

  constructor({ monitor, why }: HealthFinding) {
    this.monitor = monitor;
    this.why = why;
  }
}

/** The GraphQL face of a quarantine. */
@ObjectType({
  simpleResolvers: true,
  description:
    'That what a target shows is kept from readers: it is archived, and told when it is released. Readers keep what they had before.',
})
export class Quarantine {
  @Field(() => InstantScalar, { description: 'Since when.' })
  readonly since: string;

  @Field(() => QuarantinedBy, { description: 'Who ordered it.' })
  readonly by: keyof typeof QuarantinedBy;

  @Field(() => [MonitorFinding], { description: 'Why.' })
  readonly findings: readonly MonitorFinding[];

  @Field(() => Boolean, { description: 'Whether its release was asked for: the next look does it.' })
  readonly releaseAsked: boolean;

  constructor({ since, by, findings, releaseAsked }: QuarantineRow) {
    this.since = since;
    this.by = by;
    this.findings = findings.map((finding) => new MonitorFinding(finding));
    this.releaseAsked = releaseAsked;
  }
}

/** The GraphQL face of a Target's health. */
@ObjectType({ simpleResolvers: true, description: 'How a target is.' })
export class TargetHealth {
  @Field(() => [Trouble], { description: 'What is wrong with it, the worst first; empty where nothing is.' })
  readonly troubles: readonly Trouble[];

  @Field(() => Quarantine, { nullable: true, description: 'That it is kept from readers; `null` where it is not.' })
  readonly quarantine: Quarantine | null;

  @Field(() => InstantScalar, { nullable: true, description: 'When it last showed something new.' })
  readonly newsAt: string | null;

  @Field(() => Int, { description: 'From how many readings its monitors know what is normal.' })
  readonly readings: number;

  @Field(() => Float, {
    description: 'By how much its period is shortened, since it scrolls faster than it was looked at; 1 is not at all.',
  })
  readonly haste: number;

  constructor({ normal, newsAt, haste, quarantine }: HealthRow, troubles: readonly TroubleFound[]) {
    this.troubles = troubles.map((trouble) => new Trouble(trouble));
    this.quarantine = quarantine && new Quarantine(quarantine);
    this.newsAt = newsAt;
    this.readings = (normal as Normal | null)?.readings ?? 0;
    this.haste = haste;
  }
}
