import type { CaptureError } from '@visavis/shared/capture-api'
import { AppError } from '@visavis/shared/errors'
import { Hono } from 'hono'
import { type CaptureEnv, type CaptureRoutesDeps, captureRoutes } from './features/capture/index.ts'
import { type HandoffRoutesDeps, handoffRoutes } from './features/handoff/index.ts'
import { hashSecret } from './features/links/index.ts'
import { readBearer } from './http/bearer.ts'
import { logError } from './http/error-log.ts'
import { ownOrigin } from './http/own-origin.ts'
import { limitAddress, rateLimit } from './http/rate-limit.ts'
import { toAppError } from './http/to-app-error.ts'

/** What is counted is seen by the store: the token must not be. */
const toTokenKey = (token: string | undefined) =>
  token && Buffer.from(hashSecret(token)).toString('base64url')

export interface CaptureApiDeps extends CaptureRoutesDeps, HandoffRoutesDeps {
  database: HandoffRoutesDeps['database']
}

/** The applicant's browser calls these: same origin only, with the token of a link. */
export const captureApi = (deps: CaptureApiDeps) => {
  const routes = new Hono<CaptureEnv>()
  routes.onError((failure, c) => {
    const error = toAppError(failure)
    const requestId = c.get('requestId')
    logError(deps.log, error, requestId)
    const { code, message, retryable } = error
    return c.json({ code, message, requestId, retryable } satisfies CaptureError, error.status)
  })
  routes.use(limitAddress<CaptureEnv>(deps))
  routes.use(
    rateLimit(deps.rateLimits?.capture, (c) => toTokenKey(readBearer(c.req.header('authorization')))),
  )
  routes.use(ownOrigin(deps.publicUrl))
  routes.use(async (c, next) => {
    c.header('Cache-Control', 'no-store')
    await next()
  })
  // Before the token is asked for: a link that was given away is followed by one that opens nothing any more.
  routes.route('/handoff', handoffRoutes(deps))
  routes.route('/', captureRoutes(deps))
  routes.all('*', () => {
    throw new AppError('NOT_FOUND')
  })
  return routes
}
