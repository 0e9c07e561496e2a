import type { Settings } from './read-settings.js';

/** What shows a publisher who asks; in the shape that a fetcher takes. */
export interface Credential {
  /** The only origin that it is sent to. */
  readonly origin: string;
  /** Value of the Authorization header, a secret; `null` where it is not set. */
  readonly authorization: string | null;
  /** What to do to have one. */
  readonly wayToGet: string;
}

/** The credentials of this run, by the names that Sources call them. */
export function credentialsOf({
  courtlistenerToken: token,
}: Pick<Settings, 'courtlistenerToken'>): Readonly<Record<'courtlistener', Credential>> {
  return {
    courtlistener: {
      origin: 'https://www.courtlistener.com',
      authorization: token === null ? null : `Token ${token}`,
      wayToGet:
        'CourtListener answers who has a token: make an account at www.courtlistener.com, ask Free Law Project for access to docket entries, and put the token of your profile into VIGIL_COURTLISTENER_TOKEN',
    },
  };
}
