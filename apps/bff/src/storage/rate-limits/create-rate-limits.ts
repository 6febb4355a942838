import { Pool } from 'pg'
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { RateLimiter, RateLimits } from './types.ts'

export const RATE_LIMIT_WINDOW_S = 60
const STORE_TIMEOUT_MS = 500

interface RateLimitsOptions {
  /** Requests a minute; 0: no limit. */
  perMinute: Readonly<Record<keyof RateLimits, number>>
  /** PostgreSQL with our tables, so that all processes count together; otherwise each counts for itself. */
  databaseUrl?: string | undefined
  /** A store that takes longer counts as down; the request goes on. Default: 500. */
  storeTimeoutMs?: number
  /** Told once an outage, not once a request. */
  onStoreDown: (cause: unknown) => void
}

/**
 * Fixed windows of a minute. With a database each limiter is insured by one in memory: when the store is down or
 * slow, every process goes on with its own count of the same size, so that a limit gets looser, by the number of
 * processes at most, and no request is refused for it.
 */
export const createRateLimits = ({
  perMinute,
  databaseUrl,
  storeTimeoutMs = STORE_TIMEOUT_MS,
  onStoreDown,
}: RateLimitsOptions): { rateLimits: RateLimits; close(): Promise<void> } => {
  const store = databaseUrl ? openStore(databaseUrl, storeTimeoutMs, onStoreDown) : undefined

  const create = (name: keyof RateLimits): RateLimits => {
    const points = perMinute[name]
    if (points === 0) return {}
    const options = { keyPrefix: name, points, duration: RATE_LIMIT_WINDOW_S }
    const memory = new RateLimiterMemory(options)
    const limiter = store
      ? new RateLimiterPostgres({
          ...options,
          storeClient: store,
          storeType: 'client',
          tableName: 'rate_limits',
          tableCreated: true,
          insuranceLimiter: memory,
          // Who is over the limit asks the database no more.
          inMemoryBlockOnConsumed: points + 1,
        })
      : memory
    return { [name]: toRateLimiter(name, limiter, points) }
  }

  return {
    rateLimits: { ...create('partner'), ...create('capture'), ...create('address') },
    close: async () => store?.close(),
  }
}

const toRateLimiter = (
  name: string,
  limiter: RateLimiterMemory | RateLimiterPostgres,
  limit: number,
): RateLimiter => ({
  name,
  consume: async (key) => {
    const state = await limiter.consume(key).catch((refused: unknown) => {
      if (refused instanceof RateLimiterRes) return refused
      throw refused
    })
    return {
      isAllowed: state.consumedPoints <= limit,
      limit,
      remaining: Math.max(0, state.remainingPoints),
      resetS: Math.ceil(state.msBeforeNext / 1000),
    }
  },
})

/** A few connections of its own: counting must not wait for the queries of the requests it counts. */
const openStore = (connectionString: string, timeoutMs: number, onStoreDown: (cause: unknown) => void) => {
  const pool = new Pool({
    connectionString,
    application_name: 'visavis rate limits',
    max: 4,
    connectionTimeoutMillis: timeoutMs,
    query_timeout: timeoutMs,
  })
  pool.on('error', () => {})
  let isDown = false
  return {
    query: async (query: { text: string; values?: unknown[] }) => {
      try {
        const result = await pool.query(query)
        isDown = false
        return result
      } catch (cause) {
        if (!isDown) onStoreDown(cause)
        isDown = true
        throw cause
      }
    },
    close: () => pool.end(),
  }
}
