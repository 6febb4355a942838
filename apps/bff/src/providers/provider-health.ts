import type { ProviderCall } from './observe-provider.ts'

/** How a provider did lately. Shares only: how many calls there were is for no single tenant to see. */
export interface ProviderHealth {
  provider: string
  state: 'idle' | 'ok' | 'failing'
  failed_share?: number
  p95_ms?: number
}

const SPAN_MS = 900_000
/** The last ones of each provider say enough. */
const MOST_CALLS = 500
/** As the alert does. */
const FAILING_SHARE = 0.1

interface Call {
  on: number
  ms: number
  hasFailed: boolean
}

/** Remembers the last quarter of an hour of this process. A call that the vendor refused as wrong is no failure of theirs. */
export const createProviderHealth = (now: () => number = Date.now) => {
  const calls = new Map<string, Call[]>()
  return {
    observe: ({ provider, seconds, result }: ProviderCall): void => {
      const kept = calls.get(provider) ?? []
      const hasFailed = 'error' in result && result.error !== 'rejected'
      kept.push({ on: now(), ms: seconds * 1000, hasFailed })
      if (kept.length > MOST_CALLS) kept.shift()
      calls.set(provider, kept)
    },
    read: (provider: string): ProviderHealth => {
      const recent = (calls.get(provider) ?? []).filter(({ on }) => on > now() - SPAN_MS)
      if (recent.length === 0) return { provider, state: 'idle' }
      const share = recent.filter(({ hasFailed }) => hasFailed).length / recent.length
      const times = recent.map(({ ms }) => ms).sort((a, b) => a - b)
      return {
        provider,
        state: share > FAILING_SHARE ? 'failing' : 'ok',
        failed_share: Math.round(share * 1000) / 1000,
        p95_ms: Math.round(times[Math.ceil(times.length * 0.95) - 1] ?? 0),
      }
    },
  }
}
