import { promises as dns } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { Agent, type Dispatcher } from 'undici'
import { isPublicAddress } from './public-address.ts'
import type { LookupAll } from './resolve-target.ts'

export interface VendorAgentOptions {
  /** Lets private addresses and plain http through. */
  allowPrivate: boolean
  lookup?: LookupAll
}

/** The way out to vendors, and which addresses it takes. */
export interface VendorAgent {
  readonly dispatcher: Dispatcher
  /** Why no call goes there, as far as the address itself tells; names are looked up when they are connected to. */
  refuse(url: URL): 'https_required' | 'address_refused' | undefined
  close(): Promise<void>
}

const CONNECT_TIMEOUT_MS = 5_000
/** Code of the failure when a name stands for an address that is not public. */
export const ADDRESS_REFUSED = 'ADDRESS_REFUSED'

/**
 * Base addresses come from journeys, so from partners: without this, a journey could make the server call whatever it
 * reaches inside its own network. Looked up at each connection, so that a name cannot change what it stands for in
 * between (DNS rebinding).
 */
export const createVendorAgent = ({
  allowPrivate,
  lookup = (hostname) => dns.lookup(hostname, { all: true }),
}: VendorAgentOptions): VendorAgent => {
  const guarded: LookupFunction = (hostname, options, callback) => {
    lookup(hostname).then(
      (addresses) => {
        const [first] = addresses
        if (!first || (!allowPrivate && !addresses.every(({ address }) => isPublicAddress(address)))) {
          callback(Object.assign(new Error('address refused'), { code: ADDRESS_REFUSED }), '', 0)
        } else if (options.all) callback(null, addresses)
        else callback(null, first.address, first.family)
      },
      (failure: NodeJS.ErrnoException) => callback(failure, '', 0),
    )
  }
  const agent = new Agent({ connect: { lookup: guarded, timeout: CONNECT_TIMEOUT_MS } })
  return {
    dispatcher: agent,
    refuse: (url) => findRefusal(url, allowPrivate),
    close: () => agent.close(),
  }
}

/** What the operator's rule says about an address, without looking anything up. */
export const findRefusal = (
  url: URL,
  allowPrivate: boolean,
): 'https_required' | 'address_refused' | undefined => {
  if (allowPrivate) return undefined
  if (url.protocol !== 'https:') return 'https_required'
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0 && !isPublicAddress(host)) return 'address_refused'
  return host === 'localhost' || host.endsWith('.localhost') ? 'address_refused' : undefined
}
