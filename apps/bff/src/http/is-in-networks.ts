import ipaddr from 'ipaddr.js'

/** Whether an address lies in one of these: addresses, and networks in CIDR notation. An unknown one lies in none. */
export const isInNetworks = (address: string | undefined, networks: readonly string[]): boolean => {
  if (address === undefined || !ipaddr.isValid(address)) return false
  // IPv4 inside IPv6 counts as IPv4 (RFC 4291 §2.5.5.2): that is how a socket for both reports it.
  const parsed = ipaddr.process(address)
  return networks.some((text) => {
    const [network, bits] = text.includes('/') ? ipaddr.parseCIDR(text) : toNetwork(text)
    return network.kind() === parsed.kind() && parsed.match(network, bits)
  })
}

const toNetwork = (text: string): [ipaddr.IPv4 | ipaddr.IPv6, number] => {
  const network = ipaddr.process(text)
  return [network, network.kind() === 'ipv4' ? 32 : 128]
}
