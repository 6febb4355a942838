import { AppError } from '@visavis/shared/errors'
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from './env.ts'

/**
 * Lets in our own pages only. Tokens travel in a header or a body, so no other site can make a browser send one; this
 * is a second lock. @throws AppError ORIGIN_REFUSED
 */
export const ownOrigin = (publicUrl: string) => {
  const own = new URL(publicUrl).origin
  return createMiddleware<AppEnv>(async (c, next) => {
    const origin = c.req.header('origin')
    const site = c.req.header('sec-fetch-site')
    if ((origin !== undefined && origin !== own) || (site !== undefined && site !== 'same-origin')) {
      throw new AppError('ORIGIN_REFUSED')
    }
    await next()
  })
}
