import type { ProviderTools } from './definition.ts'
import { createProviderHttp } from './http.ts'
import { createHttpLane, type HttpLane } from './http-lane.ts'
import { createVendorAgent, type VendorAgentOptions } from './vendor-agent.ts'

interface ToolsOptions extends VendorAgentOptions {
  now: () => Date
}

export interface ProviderToolbox {
  toolsFor(id: string): ProviderTools
  close(): Promise<void>
}

/** What all adapters reach their vendors with. One limit and one breaker a vendor and origin, whoever's journey asks. */
export const createProviderToolbox = ({ now, ...options }: ToolsOptions): ProviderToolbox => {
  const agent = createVendorAgent(options)
  const lanes = new Map<string, HttpLane>()
  const laneOf = (provider: string, origin: string): HttpLane => {
    const key = `${provider} ${origin}`
    const lane = lanes.get(key) ?? createHttpLane(provider)
    lanes.set(key, lane)
    return lane
  }
  return {
    toolsFor: (provider) => ({
      now,
      http: (http) => {
        const lane = laneOf(provider, new URL(http.baseUrl).origin)
        return createProviderHttp({ provider, agent, lane }, http)
      },
    }),
    close: () => agent.close(),
  }
}
