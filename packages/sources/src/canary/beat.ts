import { minutes } from '@vigil/source-kit';

/** Three beats are missed within the hour, and a year of them is modest. */
export const beatEvery = minutes(15);

/**
 * The address of the beat, of which no publisher can have one. It is on the machine of whoever asks, so it is refused
 * unless the fetcher is told of an origin that answers for it.
 */
export const canaryAddress = 'http://localhost/canary';

/** For a fetcher: that address, and who answers for it; `null` where nobody does. */
export const canaryOf = (origin: string | null): { readonly url: string; readonly via: string } | null =>
  origin === null ? null : { url: canaryAddress, via: origin };

/** What is published at a moment (milliseconds since 1970): the last beat, in UTC. Nothing else is told. */
export const beatAt = (now: number): { readonly beat: string } => ({
  beat: new Date(now - (now % beatEvery)).toISOString(),
});
