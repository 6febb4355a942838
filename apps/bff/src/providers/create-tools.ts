import { createVendorAgent, type VendorAgentOptions } from '../net/vendor-agent.ts'
import type { ProviderTools } from './definition.ts'
import { createProviderHttp, type ProviderHttpOptions } from './http.ts'
import { createHttpLane, type HttpLane } from './http-lane.ts'
import { createRecentMap } from './recent-map.ts'

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
  const lanes = createRecentMap<HttpLane>(MAX_LANES)
  const laneOf = (
    provider: string,
    account: string,
    { baseUrl, lane: name = 'calls' }: ProviderHttpOptions,
  ): HttpLane => {
    const key = [provider, account, new URL(baseUrl).origin, name].join(' ')
    return lanes.getOrMake(key, () => createHttpLane(provider))
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
