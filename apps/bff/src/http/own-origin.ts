import { AppError } from '@visavis/shared/errors'
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from './env.ts'

/** They change nothing (RFC 9110 §9.2.1). */
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

interface OwnOriginOptions {
  /**
   * Who is let in is known by a cookie, which a browser sends by itself: whatever may change something has to say where
   * it comes from, as every browser does (Fetch §3.2). Default: a request that says nothing comes from no browser.
   */
  byCookie?: boolean
}

/**
 * Lets in our own pages only. Tokens travel in a header or a body, so no other site can make a browser send one; this
 * is a second lock. @throws AppError ORIGIN_REFUSED
 */
export const ownOrigin = (publicUrl: string, { byCookie = false }: OwnOriginOptions = {}) => {
  const own = new URL(publicUrl).origin
  return createMiddleware<AppEnv>(async (c, next) => {
    const origin = c.req.header('origin')
    const site = c.req.header('sec-fetch-site')
    const isSilent = byCookie && origin === undefined && !SAFE_METHODS.has(c.req.method)
    if (
      isSilent ||
      (origin !== undefined && origin !== own) ||
      (site !== undefined && site !== 'same-origin')
    ) {
      throw new AppError('ORIGIN_REFUSED')
    }
    await next()
  })
}
