import type { LookupAddress } from 'node:dns'
import { isPublicAddress } from './public-address.ts'

/** Why an address is no place to send to. */
export type TargetRefusal = 'scheme_refused' | 'address_refused' | 'unresolvable'

/** All addresses of a name, as `dns.promises.lookup` with `all` gives them. */
export type LookupAll = (hostname: string) => Promise<LookupAddress[]>

export interface TargetPolicy {
  /** Lets private addresses and plain http through. */
  allowPrivate: boolean
  lookup: LookupAll
}

export type Target = { kind: 'ok'; addresses: LookupAddress[] } | { kind: TargetRefusal }

/**
 * Where an address leads. One that is not public spoils them all: a name that stands for both is set up to slip
 * through (DNS rebinding).
 */
export const resolveTarget = async (url: string, { allowPrivate, lookup }: TargetPolicy): Promise<Target> => {
  const { protocol, hostname } = new URL(url)
  if (protocol !== 'https:' && !(allowPrivate && protocol === 'http:')) return { kind: 'scheme_refused' }
  const addresses = await lookup(hostname.replace(/^\[|\]$/g, '')).catch(() => [])
  if (addresses.length === 0) return { kind: 'unresolvable' }
  if (!allowPrivate && !addresses.every(({ address }) => isPublicAddress(address))) {
    return { kind: 'address_refused' }
  }
  return { kind: 'ok', addresses }
}
