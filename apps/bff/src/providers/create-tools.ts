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
  toolsFor(id: string): ProviderTools
  close(): Promise<void>
}

/** What all adapters reach their vendors with. One limit and one breaker a vendor and origin, whoever's journey asks. */
export const createProviderToolbox = ({ now, timeoutMs, ...options }: ToolsOptions): ProviderToolbox => {
  const agent = createVendorAgent(options)
  const lanes = new Map<string, HttpLane>()
  const laneOf = (provider: string, { baseUrl, lane: name = 'calls' }: ProviderHttpOptions): HttpLane => {
    const key = `${provider} ${new URL(baseUrl).origin} ${name}`
    const lane = lanes.get(key) ?? createHttpLane(provider)
    lanes.set(key, lane)
    return lane
  }
  return {
    toolsFor: (provider) => ({
      now,
      http: (http) => {
        const lane = laneOf(provider, http)
        const own = timeoutMs === undefined ? http : { timeoutMs, ...http }
        return createProviderHttp({ provider, agent, lane }, own)
      },
    }),
    close: () => agent.close(),
  }
}
