import type { EvidenceCapture } from '@vigil/db';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { InstantScalar } from '../scalars/instant.js';
import { Sha256Scalar } from '../scalars/sha256.js';
import { UrlScalar } from '../scalars/url.js';

const CaptureOrigin = { FETCHED: 'FETCHED', IMPORTED: 'IMPORTED' } as const;

registerEnumType(CaptureOrigin, {
  name: 'CaptureOrigin',
  description: 'How a page came to Vigil.',
  valuesConfig: {
    FETCHED: { description: 'Vigil fetched it.' },
    IMPORTED: { description: 'A person saved it and imported the file.' },
  },
});

/** The GraphQL face of a Capture. */
@ObjectType({
  simpleResolvers: true,
  description:
    'The bytes of one page as it was received at one moment: the proof. Captures are kept and never changed.',
})
export class Capture {
  @Field(() => UrlScalar, { description: 'The publisher’s address of the page.' })
  readonly url: string;

  @Field(() => UrlScalar, {
    nullable: true,
    description:
      'Set where a simulator answered in the publisher’s place (a demonstration or a test): its address. **What it says did not happen.** `null`: the publisher itself answered.',
  })
  readonly simulator: string | null;

  @Field(() => CaptureOrigin, { description: 'Fetched by Vigil, or imported by a person.' })
  readonly origin: keyof typeof CaptureOrigin;

  @Field(() => InstantScalar, {
    description: 'When the bytes left the publisher: for an imported page the time that the page itself states.',
  })
  readonly capturedAt: string;

  @Field(() => Sha256Scalar, { description: 'Digest of the bytes as they were received.' })
  readonly sha256: string;

  constructor({ url, via, origin, capturedAt, rawSha256 }: EvidenceCapture) {
    this.url = url;
    this.simulator = via;
    this.origin = origin;
    this.capturedAt = capturedAt;
    this.sha256 = rawSha256;
  }
}
