import { promises as dns, type LookupAddress } from 'node:dns'
import { isIP } from 'node:net'
import { isPublicAddress } from './public-address.ts'

/** Why nothing is sent to an address that a partner named. */
export type TargetRefusal = 'https_required' | 'address_refused'

/** All addresses of a name, as `dns.promises.lookup` with `all` gives them. */
export type LookupAll = (hostname: string) => Promise<LookupAddress[]>

export const lookupAll: LookupAll = (hostname) => dns.lookup(hostname, { all: true })

export interface TargetPolicy {
  /** Lets private addresses and plain http through. */
  allowPrivate: boolean
  lookup: LookupAll
}

export type Target = { kind: 'ok'; addresses: LookupAddress[] } | { kind: TargetRefusal | 'unresolvable' }

const readHost = ({ hostname }: URL) => hostname.replace(/^\[|\]$/g, '')

/**
 * Whether what a name stands for may be connected to. One address that is not public spoils them all: a name that
 * stands for both is set up to slip through (DNS rebinding).
 */
export const mayConnect = (addresses: LookupAddress[], allowPrivate: boolean): boolean =>
  addresses.length > 0 && (allowPrivate || addresses.every(({ address }) => isPublicAddress(address)))

/** What an address alone tells, before its name is looked up. */
export const findRefusal = (url: URL, allowPrivate: boolean): TargetRefusal | undefined => {
  if (url.protocol !== 'https:' && !(allowPrivate && url.protocol === 'http:')) return 'https_required'
  if (allowPrivate) return undefined
  const host = readHost(url)
  if (isIP(host) !== 0 && !isPublicAddress(host)) return 'address_refused'
  // RFC 6761 §6.3: whatever a name server says about them.
  return host === 'localhost' || host.endsWith('.localhost') ? 'address_refused' : undefined
}

/** Where an address leads, or why nothing goes there. */
export const resolveTarget = async (
  address: string,
  { allowPrivate, lookup }: TargetPolicy,
): Promise<Target> => {
  const url = new URL(address)
  const refusal = findRefusal(url, allowPrivate)
  if (refusal) return { kind: refusal }
  const addresses = await lookup(readHost(url)).catch(() => [])
  if (addresses.length === 0) return { kind: 'unresolvable' }
  return mayConnect(addresses, allowPrivate) ? { kind: 'ok', addresses } : { kind: 'address_refused' }
}
