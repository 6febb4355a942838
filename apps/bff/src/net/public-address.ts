import ipaddr from 'ipaddr.js'

/** The only IPv6 block handed out to the public so far (RFC 4291 §2.4, IANA IPv6 address space). */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3')

/**
 * Whether an IP address is one of the public internet: not private, loopback, link-local (cloud metadata lives there),
 * shared by a carrier, multicast, unspecified or reserved, and no IPv6 form that carries an IPv4 address within
 * (mapped, NAT64, 6to4, Teredo), since that one might be any of them.
 */
export const isPublicAddress = (address: string): boolean => {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed.range() !== 'unicast') return false
  return parsed.kind() === 'ipv4' || parsed.match(GLOBAL_UNICAST)
}
