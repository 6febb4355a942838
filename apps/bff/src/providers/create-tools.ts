import { createVendorAgent, type VendorAgentOptions } from '../net/vendor-agent.ts'
import type { ProviderTools } from './definition.ts'
import { createProviderHttp, type ProviderHttpOptions } from './http.ts'
import { createHttpLane, type HttpLane } from './http-lane.ts'

interface ToolsOptions extends VendorAgentOptions {
  now: () => Date
  /** For the answer to one try, where an adapter says nothing else, in milliseconds. Default: 10 s. */
  timeoutMs?: number
}

export interface ProviderToolbox {
  /** @param account whose calls they are: those of two accounts share neither limit nor breaker. Default: one for all */
  toolsFor(id: string, account?: string): ProviderTools
  close(): Promise<void>
}

/** Lanes that are kept. One that went is made anew, as a vendor nobody has called yet. */
const MAX_LANES = 1000

/**
 * What all adapters reach their vendors with. One limit and one breaker an account, vendor and origin: a tenant whose
 * credentials or address are wrong is left alone by itself.
 */
export const createProviderToolbox = ({ now, timeoutMs, ...options }: ToolsOptions): ProviderToolbox => {
  const agent = createVendorAgent(options)
  const lanes = new Map<string, HttpLane>()
  const laneOf = (
    provider: string,
    account: string,
    { baseUrl, lane: name = 'calls' }: ProviderHttpOptions,
  ): HttpLane => {
    const key = [provider, account, new URL(baseUrl).origin, name].join(' ')
    const lane = lanes.get(key) ?? createHttpLane(provider)
    // The least recently used one goes first.
    lanes.delete(key)
    lanes.set(key, lane)
    const [oldest] = lanes.size > MAX_LANES ? lanes.keys() : []
    if (oldest !== undefined) lanes.delete(oldest)
    return lane
  }
  return {
    toolsFor: (provider, account = '') => ({
      now,
      http: (http) => {
        const lane = laneOf(provider, account, http)
        const own = timeoutMs === undefined ? http : { timeoutMs, ...http }
        return createProviderHttp({ provider, agent, lane }, own)
      },
    }),
    close: () => agent.close(),
  }
}
