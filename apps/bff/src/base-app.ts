import { AppError } from '@visavis/shared/errors'
import { Hono } from 'hono'
import { requestId } from 'hono/request-id'
import type { Logger } from 'pino'
import { awaitUnreadBody } from './http/await-unread-body.ts'
import type { AppEnv } from './http/env.ts'
import { type ErrorDocsDeps, toPartnerError } from './http/error-body.ts'
import { logError } from './http/error-log.ts'
import { observeRequests, type RequestObserver } from './http/observe-requests.ts'
import { requestLog } from './http/request-log.ts'
import { setRetryAfter } from './http/retry-after.ts'
import { securityHeaders } from './http/security-headers.ts'
import { toAppError } from './http/to-app-error.ts'
import { warnForwarded } from './http/warn-forwarded.ts'
import { isTestOutage } from './providers/test-provider.ts'

interface BaseAppDeps extends ErrorDocsDeps {
  log: Logger
  trustedProxies?: number
  /** Present when metrics are on. */
  metrics?: RequestObserver
  /** Where browsers reach it. */
  url: string
}

/** What every answer of this server has, at each of its ports: an id, a line in the log, headers, errors in one shape. */
export const createBaseApp = (deps: BaseAppDeps): Hono<AppEnv> => {
  const app = new Hono<AppEnv>()
  app.use(awaitUnreadBody)
  app.use(requestId({ headerName: 'Cko-Request-Id' }))
  app.use(observeRequests(deps.metrics, isTestOutage))
  app.use(requestLog(deps.log))
  app.use(warnForwarded(deps))
  app.use(securityHeaders({ isPublicTls: deps.url.startsWith('https:') }))
  app.notFound((c) => {
    const error = new AppError('NOT_FOUND')
    return c.json(toPartnerError(error, c.get('requestId'), deps), error.status)
  })
  app.onError((failure, c) => {
    const error = toAppError(failure)
    logError(deps.log, error, c.get('requestId'))
    setRetryAfter(c, error)
    return c.json(toPartnerError(error, c.get('requestId'), deps), error.status)
  })
  return app
}
