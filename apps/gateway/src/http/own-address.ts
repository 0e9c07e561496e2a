/**
 * Whether a request was meant for this server. One that is bound to loopback is reached by every page in a browser
 * of the machine: under a foreign name that leads here (DNS rebinding), or from another site's page. Nobody signs in
 * yet, so these two headers, which a page cannot forge, are what keeps such pages out.
 */
import type { IncomingHttpHeaders } from 'node:http';

const ownNames = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** True where `Host` is a name of this machine, and `Origin`, if any, is the very same address. */
export function isOwnAddress({ host, origin }: Pick<IncomingHttpHeaders, 'host' | 'origin'>): boolean {
  const address = `http://${host ?? ''}`;
  if (!URL.canParse(address) || !ownNames.has(new URL(address).hostname)) return false;
  return origin === undefined || origin === address;
}
