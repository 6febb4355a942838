import type { LookupFunction } from 'node:net'
import { Agent, type Dispatcher } from 'undici'
import {
  findRefusal,
  lookupAll,
  mayConnect,
  type TargetPolicy,
  type TargetRefusal,
} from './resolve-target.ts'

export type VendorAgentOptions = Pick<TargetPolicy, 'allowPrivate'> & Partial<TargetPolicy>

/** The way out to vendors, and which addresses it takes. */
export interface VendorAgent {
  readonly dispatcher: Dispatcher
  /** Why no call goes there, as far as the address itself tells; names are looked up when they are connected to. */
  refuse(url: URL): TargetRefusal | undefined
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
export const createVendorAgent = ({ allowPrivate, lookup = lookupAll }: VendorAgentOptions): VendorAgent => {
  const guarded: LookupFunction = (hostname, options, callback) => {
    lookup(hostname).then(
      (addresses) => {
        const [first] = addresses
        if (!first || !mayConnect(addresses, allowPrivate)) {
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
