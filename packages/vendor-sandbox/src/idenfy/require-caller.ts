import { timingSafeEqual } from 'node:crypto'
import { createMiddleware } from 'hono/factory'
import { IdenfyError } from './idenfy-error.ts'
import type { Idenfy } from './model.ts'

/** HTTP Basic: user name the API key, password the API secret (RFC 7617). */
export const requireCaller = ({ apiKey, apiSecret }: Pick<Idenfy, 'apiKey' | 'apiSecret'>) => {
  const right = Buffer.from(`Basic ${Buffer.from(`${apiKey}:${apiSecret}`).toString('base64')}`)
  return createMiddleware(async (c, next) => {
    const given = Buffer.from(c.req.header('authorization') ?? '')
    if (given.byteLength !== right.byteLength || !timingSafeEqual(given, right)) {
      throw new IdenfyError(401, 'Invalid authorization credentials')
    }
    await next()
  })
}
