import { VigilError } from '@vigil/errors';
import { isIP } from 'node:net';
import { getDomain } from 'tldts';
import { isPublicAddress } from './public-address.js';

/** Host and path of an address: all that a message may say of it, as a query can hold a person's number. */
export function placeOf(url: URL): string {
  return `${url.host}${url.pathname}`;
}

/** The registrable domain of a host name (public suffix list, private part included), else the host itself. */
export function siteOf(hostname: string): string {
  return getDomain(hostname, { allowPrivateDomains: true }) ?? hostname;
}

/** The error of an address that Vigil does not go to. */
export function addressRefused(place: string, why: string): VigilError {
  return new VigilError('FETCH_ADDRESS_REFUSED', `${place} is refused: ${why}`);
}

/**
 * Reads an address and refuses what can be refused without asking a name server: other schemes than http and https,
 * credentials, and non-public literals. The URL parser has by then reduced every spelling (octal, hexadecimal, one
 * number, full-width digits) to one. Names are judged at connect time, by `guardedLookup`.
 * Throws BAD_INPUT for what is no URL, FETCH_ADDRESS_REFUSED otherwise.
 */
export function parseWebAddress(text: string, base?: URL): URL {
  if (!URL.canParse(text, base?.href)) throw new VigilError('BAD_INPUT', 'The address to fetch is no absolute URL');
  const url = new URL(text, base?.href);
  url.hash = '';
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw addressRefused(url.protocol, 'only http: and https: are fetched');
  if (url.username !== '' || url.password !== '') throw addressRefused(placeOf(url), 'it holds credentials');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !isPublicAddress(host)) throw addressRefused(placeOf(url), 'the address is not public');
  return url;
}
