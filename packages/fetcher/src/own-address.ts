import { createFetcher, type Fetcher, type FetcherOptions } from './fetcher.js';

/** An address that Vigil itself publishes at. */
export interface OwnAddress {
  /** Absolute; of no publisher. */
  readonly url: string;
  /** Origin that answers for it; of this machine, as a rule. */
  readonly via: string;
}

/**
 * Makes a fetcher that asks for one address, and for that alone, at an origin of the operator's own: with gate, robots.txt and
 * limits as any other. Throws what `createFetcher` throws.
 */
export function createFetcherWith(own: OwnAddress | null, options: FetcherOptions): Fetcher {
  const fetcher = createFetcher(options);
  if (own === null) return fetcher;
  const house = createFetcher({ ...options, via: own.via });
  return {
    via: fetcher.via,
    get: (request, more) => (request.url === own.url ? house : fetcher).get(request, more),
    close: async () => void (await Promise.all([fetcher.close(), house.close()])),
  };
}
