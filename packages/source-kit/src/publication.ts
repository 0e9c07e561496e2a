import { identityKey, type PublicationFacts, type PublicationStatement } from '@vigil/timeline';

/** What a publisher says of one publication; what is left out is unknown. */
export interface PublicationShape extends Partial<PublicationFacts> {
  /** Id of the court whose docket it belongs to, or of the publisher. */
  readonly court: string;
  /** Canonical, or the name of the publisher's series. */
  readonly docketNumber: string;
  /** The publisher's own id of it, by which alone it is known. */
  readonly publisherId: string;
  /** IANA zone of the publisher. */
  readonly zone: string;
}

/** "This was published." */
export function publication({ court, docketNumber, ...facts }: PublicationShape): PublicationStatement {
  return {
    kind: 'publication',
    case: { court, caseId: null, docketNumber },
    recordKey: `publication:${facts.publisherId}`,
    keys: [identityKey('pub', facts.publisherId)],
    content: {
      type: null,
      title: null,
      text: null,
      url: null,
      issuers: null,
      dockets: null,
      publishedOn: null,
      publishedAt: null,
      ...facts,
    },
  };
}
