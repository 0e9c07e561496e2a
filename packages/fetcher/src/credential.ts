import { VigilError } from '@vigil/errors';

/** What shows a publisher who asks. */
export interface Credential {
  /** The only origin that it is sent to (`https://www.publisher.example`). */
  readonly origin: string;
  /** Value of the Authorization header, a secret; `null` where it is not set. */
  readonly authorization: string | null;
  /** What to do to have one, for the error of a missing one. */
  readonly wayToGet: string;
}

/**
 * The credential of a name. Throws CREDENTIAL_MISSING where it is not set, and publishers answer themselves: a simulator
 * stands behind no log-in. Throws BAD_INPUT for a name that nobody knows.
 */
export function credentialNamed(
  credentials: Readonly<Record<string, Credential>> = {},
  name: string,
  { via }: { readonly via: string | null },
): Credential | null {
  const credential = Object.hasOwn(credentials, name) ? credentials[name]! : null;
  if (via !== null) return credential;
  if (credential === null) throw new VigilError('BAD_INPUT', `no credential is called ${name}`);
  if (credential.authorization === null) throw new VigilError('CREDENTIAL_MISSING', credential.wayToGet);
  return credential;
}

/** What goes to an address: nothing to any other origin than the credential's own, wherever a redirect leads. */
export function authorizationFor(credential: Credential | null, url: URL): string | null {
  return credential !== null && url.origin === credential.origin ? credential.authorization : null;
}
