/**
 * Nobody signs in yet, so every server of Vigil is for its own machine alone: it listens on loopback, and answers only
 * what was meant for it. One that is bound to loopback is reached by every page in a browser of the machine: under a
 * foreign name that leads here (DNS rebinding), or from another site's page. Host and Origin, which a page cannot
 * forge, are what keeps such pages out.
 */
import type { IncomingHttpHeaders } from 'node:http';

const loopback = new Set(['127.0.0.1', '::1', 'localhost']);
const ownNames = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Whether only this machine reaches a server that listens on an address. */
export function isLoopback(address: string): boolean {
  return loopback.has(address);
}

/** True where `Host` is a name of this machine, and `Origin`, if any, is the very same address. */
export function isOwnAddress({ host, origin }: Pick<IncomingHttpHeaders, 'host' | 'origin'>): boolean {
  const address = `http://${host ?? ''}`;
  if (!URL.canParse(address) || !ownNames.has(new URL(address).hostname)) return false;
  return origin === undefined || origin === address;
}
