import { courtOrPublisherById, ownPublisher } from '@vigil/dockets';
import { defineSource, hours, minutes, publication, readJson } from '@vigil/source-kit';
import { z } from 'zod';
import { beatEvery, canaryAddress } from './beat.js';

const publisher = courtOrPublisherById(ownPublisher);

const page = z.object({
  beat: z.iso
    .datetime({ precision: 3 })
    .refine((at) => Date.parse(at) % beatEvery === 0, `wants a multiple of ${beatEvery / minutes(1)} minutes`),
});

/**
 * The beat that Vigil itself publishes, read as any publisher's page: that it reaches the timeline proves the whole pipe.
 * One publication a day, revised with each beat of that day.
 */
export default defineSource<Record<string, never>>({
  id: 'canary',
  version: 1,
  kind: 'detail',
  about: {
    title: 'Canary (Vigil’s own beat)',
    homepage: canaryAddress,
    access: 'Vigil’s own; served by its gateway, and reached where VIGIL_CANARY_URL says.',
    proved: { simulated: 'The gateway’s own answers, over HTTP.' },
  },
  schedule: { every: minutes(10), atMost: minutes(1) },
  params: z.strictObject({}),
  describe: () => 'Canary (Vigil’s own beat)',
  court: () => publisher.id,
  plan: () => ({ url: canaryAddress, accept: 'application/json' }),
  *parse(captured) {
    const { beat } = readJson(captured, page);
    yield publication({
      court: publisher.id,
      docketNumber: 'Canary',
      publisherId: beat.slice(0, 'YYYY-MM-DD'.length),
      type: 'BEAT',
      title: 'Canary',
      publishedAt: beat,
      zone: publisher.zone,
    });
  },
  absent: () => false,
  canonical: (body) => body,
  access: 'open',
  expects: { empty: 'never', quiet: hours(1), beat: beatEvery },
  bypass: {
    S01: 'Vigil’s own document has no public address.',
    S09: 'The page is one record and none of its rows is one; its own test tells it from beat to beat.',
    S13: 'The page is one record, on every day.',
  },
});
