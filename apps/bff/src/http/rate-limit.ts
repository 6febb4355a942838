import { AppError } from '@visavis/shared/errors'
import type { Context, Env } from 'hono'
import { createMiddleware } from 'hono/factory'
import { RATE_LIMIT_WINDOW_S } from '../storage/rate-limits/create-rate-limits.ts'
import type { RateLimiter, RateLimits } from '../storage/rate-limits/types.ts'
import { readAddressKey } from './client-address.ts'
import type { AppEnv } from './env.ts'

/** What stands between the network and the routes. */
export interface EdgeDeps {
  /** Absent: nothing is limited. */
  rateLimits?: RateLimits
  /** Reverse proxies in front; default 0. */
  trustedProxies?: number
}

/**
 * Counts a request for whoever `toKey` says; nobody is not counted. Answers say what is left, as
 * draft-ietf-httpapi-ratelimit-headers-10 has it. @throws AppError RATE_LIMITED, with `Retry-After` (RFC 9110 §10.2.3)
 */
export const rateLimit = <E extends Env>(
  limiter: RateLimiter | undefined,
  toKey: (c: Context<E>) => string | undefined,
) =>
  createMiddleware<E>(async (c, next) => {
    await count(limiter, c, toKey(c))
    await next()
  })

const count = async <E extends Env>(
  limiter: RateLimiter | undefined,
  c: Context<E>,
  key: string | undefined,
): Promise<void> => {
  if (!limiter || key === undefined) return
  const { isAllowed, limit, remaining, resetS } = await limiter.consume(key)
  c.header('RateLimit-Policy', `"${limiter.name}";q=${limit};w=${RATE_LIMIT_WINDOW_S}`)
  c.header('RateLimit', `"${limiter.name}";r=${remaining};t=${resetS}`)
  if (!isAllowed) throw new AppError('RATE_LIMITED', { retryAfterS: resetS })
}

/** Counts a request for the network address it comes from. @throws AppError RATE_LIMITED */
export const countAddress = <E extends AppEnv>(
  { rateLimits, trustedProxies = 0 }: EdgeDeps,
  c: Context<E>,
): Promise<void> => count(rateLimits?.address, c, readAddressKey(c, trustedProxies))

/** The same before a route: wherever nobody is known yet. */
export const limitAddress = <E extends AppEnv>(deps: EdgeDeps) =>
  createMiddleware<E>(async (c, next) => {
    await countAddress(deps, c)
    await next()
  })
