import ipaddr from 'ipaddr.js'

/**
 * What counts as one network address. An IPv6 host owns at least the 2⁶⁴ addresses of its /64 (RFC 6177 §1), so
 * those count as one; IPv4 inside IPv6 counts as IPv4 (RFC 4291 §2.5.5.2).
 */
export const toAddressKey = (address: string): string => {
  if (!ipaddr.isValid(address)) return address
  const parsed = ipaddr.process(address)
  if (!(parsed instanceof ipaddr.IPv6)) return parsed.toString()
  return parsed.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':')
}
