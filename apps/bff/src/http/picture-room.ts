import { createCounts } from '@visavis/shared/counts'
import { AppError } from '@visavis/shared/errors'
import { isWithinFairShare } from '@visavis/shared/fair-share'
import type { MiddlewareHandler } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { PartnerEnv } from './env.ts'

/**
 * Pictures in requests of partners that are under way at once, in this process: half of them one tenant's at most. Each
 * is in memory whole, as text and as bytes.
 */
const MAX_PICTURES = 128

/** A picture takes a fraction of a second, and there are as many places as pictures. */
const RETRY_AFTER_S = 1

/**
 * Lets a request in that may bring `count` pictures, before its body is read.
 * @throws AppError RATE_LIMITED when the tenant has as many under way as there is room for
 */
export const createPictureRoom = (
  capacity = MAX_PICTURES,
): ((count: number) => MiddlewareHandler<PartnerEnv>) => {
  const byTenant = createCounts()
  let taken = 0
  const take = (tenantId: string, count: number): void => {
    byTenant.add(tenantId, count)
    taken += count
  }
  return (count) =>
    createMiddleware(async (c, next) => {
      const tenantId = c.get('tenantId')
      const own = byTenant.of(tenantId)
      if (!isWithinFairShare({ capacity, taken, own, asked: count })) {
        throw new AppError('RATE_LIMITED', { retryAfterS: RETRY_AFTER_S })
      }
      take(tenantId, count)
      try {
        await next()
      } finally {
        take(tenantId, -count)
      }
    })
}
