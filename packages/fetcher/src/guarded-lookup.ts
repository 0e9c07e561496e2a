import { lookup, type LookupAddress, type LookupOptions } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.js';
import { addressRefused } from './web-address.js';

/** Resolves a name to all its addresses, in the manner of `dns.lookup` with `all`. */
export type ResolveAll = (
  hostname: string,
  options: LookupOptions & { readonly all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * A lookup for sockets that refuses a name with any address that is not public. It runs inside the connect, so the
 * address that was judged is the address that is dialled: a name that changes its mind in between gains nothing.
 */
export function guardedLookup(resolve: ResolveAll = lookup): LookupFunction {
  return (hostname, options, done) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      const first = addresses?.[0];
      if (error !== null) done(error, []);
      else if (first === undefined) done(addressRefused(hostname, 'the name has no address'), []);
      else if (!addresses.every(({ address }) => isPublicAddress(address)))
        done(addressRefused(hostname, 'the name leads to an address that is not public'), []);
      else if (options.all === true) done(null, addresses);
      else done(null, first.address, first.family);
    });
  };
}
