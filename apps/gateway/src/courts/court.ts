import type { Court as CourtFacts } from '@vigil/dockets';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { toGlobalId } from '../identity/global-id.js';
import { Node } from '../identity/node.js';
import { CourtFeed } from './court-feed.js';

/** Kinds of courts. */
export const CourtKind = {
  APPELLATE: 'APPELLATE',
  DISTRICT: 'DISTRICT',
  BANKRUPTCY: 'BANKRUPTCY',
  SPECIAL: 'SPECIAL',
  SUPREME: 'SUPREME',
  PUBLISHER: 'PUBLISHER',
} as const;
export type CourtKind = keyof typeof CourtKind;

registerEnumType(CourtKind, {
  name: 'CourtKind',
  description: 'What kind of court keeps a docket.',
  valuesConfig: {
    APPELLATE: { description: 'Courts of appeals, and appellate panels.' },
    DISTRICT: { description: 'Federal district courts.' },
    BANKRUPTCY: { description: 'Bankruptcy courts.' },
    SPECIAL: {
      description: 'Courts of special jurisdiction (international trade, federal claims, multidistrict litigation).',
    },
    SUPREME: { description: 'The Supreme Court.' },
    PUBLISHER: {
      description:
        'No court: a publisher outside dockets, in the place of one. Its series stand where cases do. The list of courts shows publishers only where this kind is asked for.',
    },
  },
});

/** The GraphQL face of a court. */
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'A court that keeps dockets, or a publisher in the place of one.',
})
export class Court implements Node {
  readonly id: string;

  @Field(() => String, {
    description: 'The short name that the court itself goes by, such as `cacd` (of ecf.cacd.uscourts.gov).',
  })
  readonly code: string;

  @Field(() => String, { description: 'Its full name.' })
  readonly name: string;

  @Field(() => CourtKind, { description: 'What kind of court it is.' })
  readonly kind: CourtKind;

  @Field(() => String, { description: 'IANA zone of its seat; some divisions keep other hours.' })
  readonly zone: string;

  @Field(() => CourtFeed, { description: 'Its public feed, or that it has none.' })
  readonly feed: CourtFeed;

  constructor({ id, name, kind, zone, feed }: CourtFacts) {
    this.id = toGlobalId('Court', id);
    this.code = id;
    this.name = name;
    this.kind = kind;
    this.zone = zone;
    this.feed = new CourtFeed(feed, kind);
  }
}
