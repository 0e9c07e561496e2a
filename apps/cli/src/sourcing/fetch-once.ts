import { createFetcher, type Fetched, type FetchRequest } from '@vigil/fetcher';
import { credentialsOf, readSettings, userAgent } from '@vigil/settings';
import type { World } from '../world.js';

/** Fetches one page, robots.txt before it, with the settings of this machine. Throws as a fetcher does. */
export async function fetchOnce({ env, until }: World, request: FetchRequest): Promise<Fetched> {
  const settings = readSettings(env);
  const fetcher = createFetcher({
    userAgent: userAgent(settings),
    via: settings.simulatorUrl,
    credentials: credentialsOf(settings),
  });
  try {
    return await fetcher.get(request, { signal: await until() });
  } finally {
    await fetcher.close();
  }
}
