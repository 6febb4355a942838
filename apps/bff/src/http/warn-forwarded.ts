import { createMiddleware } from 'hono/factory'
import type { Logger } from 'pino'
import type { AppEnv } from './env.ts'
import type { EdgeDeps } from './rate-limit.ts'

/** Says once that a proxy is in front and nobody counts it: then all visitors share the address of the proxy. */
export const warnForwarded = ({ log, trustedProxies = 0 }: { log: Logger } & EdgeDeps) => {
  let isSaid = trustedProxies > 0
  return createMiddleware<AppEnv>(async (c, next) => {
    if (!isSaid && c.req.header('x-forwarded-for') !== undefined) {
      isSaid = true
      log.warn(
        'requests come with X-Forwarded-For, and TRUSTED_PROXIES is 0: limits and records see the proxy in place of ' +
          'the visitor. Set TRUSTED_PROXIES to the number of proxies in front',
      )
    }
    await next()
  })
}
