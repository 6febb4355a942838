import { AppError } from '@visavis/shared/errors'
import { Hono } from 'hono'
import {
  CAPTURE_ENDPOINTS,
  type CaptureEnv,
  type CaptureRoutesDeps,
  captureToken,
  proveDevice,
} from './features/capture/index.ts'
import { type HandoffRoutesDeps, handoffRoutes } from './features/handoff/index.ts'
import { hashSecret } from './features/links/index.ts'
import { readBearer } from './http/bearer.ts'
import { mount } from './http/endpoint.ts'
import { type ErrorDocsDeps, toCaptureError } from './http/error-body.ts'
import { logError } from './http/error-log.ts'
import { ownOrigin } from './http/own-origin.ts'
import { limitAddress, rateLimit } from './http/rate-limit.ts'
import { setRetryAfter } from './http/retry-after.ts'
import { toAppError } from './http/to-app-error.ts'

/** What is counted is seen by the store: the token must not be. */
const toTokenKey = (token: string | undefined) =>
  token && Buffer.from(hashSecret(token)).toString('base64url')

export interface CaptureApiDeps extends CaptureRoutesDeps, HandoffRoutesDeps, ErrorDocsDeps {
  database: HandoffRoutesDeps['database']
}

const PREFIX = '/capture/*'

/** The applicant's browser calls these: same origin only, with the token of a link. */
export const captureApi = (deps: CaptureApiDeps) => {
  const routes = new Hono<CaptureEnv>()
  routes.onError((failure, c) => {
    const error = toAppError(failure)
    const requestId = c.get('requestId')
    logError(deps.log, error, requestId)
    setRetryAfter(c, error)
    return c.json(toCaptureError(error, requestId, deps), error.status)
  })
  routes.use(PREFIX, limitAddress<CaptureEnv>(deps))
  routes.use(
    PREFIX,
    rateLimit(deps.rateLimits?.capture, (c) => toTokenKey(readBearer(c.req.header('authorization')))),
  )
  routes.use(PREFIX, ownOrigin(deps.publicUrl))
  routes.use(PREFIX, async (c, next) => {
    c.header('Cache-Control', 'no-store')
    await next()
  })
  routes.use(PREFIX, proveDevice(deps))
  // Before the token is asked for: a link that was given away is followed by one that opens nothing any more.
  routes.route('/', handoffRoutes(deps))
  routes.use(PREFIX, captureToken(deps))
  mount(routes, CAPTURE_ENDPOINTS, deps)
  routes.all(PREFIX, () => {
    throw new AppError('NOT_FOUND')
  })
  return routes
}
