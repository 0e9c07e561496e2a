import ipaddr from 'ipaddr.js';

/** Addresses that look public and are not: the host agent of Azure, reachable from each machine there. */
const disguised = new Set(['168.63.129.16']);

/** The only IPv6 block that is given out to the public (IANA: 2000::/3). */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an IP address (any spelling) belongs to the public Internet. False for loopback, private, link-local
 * (cloud metadata included), carrier-grade NAT, multicast, documentation and reserved blocks, and for every form of
 * IPv6 that carries an IPv4 address (mapped, compatible, NAT64, 6to4, Teredo): none is a publisher's own address.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.parse(text);
  if (address.range() !== 'unicast') return false;
  if (address instanceof ipaddr.IPv6) return address.match(globalUnicast);
  return !disguised.has(address.toString());
}
