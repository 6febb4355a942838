import { AppError } from '@visavis/shared/errors'
import { MAX_IMAGE_BYTES } from '@visavis/shared/limits'
import { Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { apiKeyRoutes } from '../../features/access/api-key-routes.ts'
import { credentials } from '../../features/access/credentials.ts'
import { oauthClientRoutes } from '../../features/access/oauth-client-routes.ts'
import { applicantRoutes } from '../../features/applicants/routes.ts'
import { faceAuthenticationRoutes } from '../../features/authentications/routes.ts'
import { faceEnrollmentRoutes } from '../../features/faces/enrolments/routes.ts'
import { faceRoutes } from '../../features/faces/routes.ts'
import { idempotency } from '../../features/idempotency/idempotency.ts'
import { userJourneyRoutes } from '../../features/journeys/routes.ts'
import { faceIndexRoutes } from '../../features/search/face-index-routes.ts'
import { faceMatchRoutes } from '../../features/search/face-match-routes.ts'
import { faceSearchRoutes } from '../../features/search/face-search-routes.ts'
import { webhookDeliveryRoutes } from '../../features/webhooks/delivery-routes.ts'
import { webhookEndpointRoutes } from '../../features/webhooks/endpoint-routes.ts'
import { eventRoutes } from '../../features/webhooks/event-routes.ts'
import type { ServiceDeps } from '../../service-deps.ts'
import type { PartnerEnv } from '../env.ts'
import { logError } from '../error-log.ts'
import { type EdgeDeps, rateLimit } from '../rate-limit.ts'
import { listScopedRoutes } from '../require-scope.ts'
import { toAppError } from '../to-app-error.ts'

const MAX_JSON_BYTES = 64 * 1024
/** A 5 MB picture in base64 grows by a third; 64 kB for the JSON or multipart around it. */
const MAX_FACE_BODY_BYTES = Math.ceil((MAX_IMAGE_BYTES * 4) / 3) + MAX_JSON_BYTES
const MAX_MATCH_BODY_BYTES = 2 * MAX_FACE_BODY_BYTES

const limit = (maxSize: number, code: 'BODY_TOO_LARGE' | 'IMAGE_TOO_LARGE') =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new AppError(code)
    },
  })

const jsonLimit = limit(MAX_JSON_BYTES, 'BODY_TOO_LARGE')
const faceLimit = limit(MAX_FACE_BODY_BYTES, 'IMAGE_TOO_LARGE')
const matchLimit = limit(MAX_MATCH_BODY_BYTES, 'IMAGE_TOO_LARGE')

/** The partner's server calls these, with its API key or an access token. */
export const partnerRoutes = (deps: ServiceDeps & EdgeDeps) => {
  const routes = new Hono<PartnerEnv>()
  routes.onError((failure, c) => {
    const error = toAppError(failure)
    const requestId = c.get('requestId')
    logError(deps.log, error, requestId)
    // RFC 9110 §11.6.1: a 401 names the scheme.
    if (error.status === 401) c.header('WWW-Authenticate', 'Bearer realm="visavis"')
    return c.json(
      {
        request_id: requestId,
        error_type: error.type,
        error_codes: error.errorCodes,
        message: error.message,
      },
      error.status,
    )
  })
  const mounted = [
    ['/api-keys', apiKeyRoutes(deps)],
    ['/applicants', applicantRoutes(deps)],
    ['/applicants', faceRoutes(deps)],
    ['/applicants', faceEnrollmentRoutes(deps)],
    ['/events', eventRoutes(deps)],
    ['/face-authentications', faceAuthenticationRoutes(deps)],
    ['/face-index', faceIndexRoutes(deps)],
    ['/face-matches', faceMatchRoutes(deps)],
    ['/face-searches', faceSearchRoutes(deps)],
    ['/oauth-clients', oauthClientRoutes(deps)],
    ['/user-journeys', userJourneyRoutes(deps)],
    ['/webhook-deliveries', webhookDeliveryRoutes(deps)],
    ['/webhook-endpoints', webhookEndpointRoutes(deps)],
  ] as const
  const countTenant = rateLimit<PartnerEnv>(deps.rateLimits?.partner, (c) => c.get('tenantId'))
  routes.use(async (c, next) => {
    // No id holds a NUL, and PostgreSQL takes none for a text.
    if (c.req.path.includes('\0')) throw new AppError('NOT_FOUND')
    await next()
  })
  for (const path of new Set(mounted.map(([path]) => path))) {
    routes.use(`${path}/*`, credentials(deps))
    routes.use(`${path}/*`, countTenant)
    routes.use(`${path}/*`, (c, next) => limitOf(c.req.path)(c, next))
    routes.use(`${path}/*`, idempotency(deps))
  }
  for (const [path, own] of mounted) routes.route(path, own)
  // A route without a scope would be open to every key: better not to start.
  listScopedRoutes(routes)
  return routes
}

const limitOf = (path: string): MiddlewareHandler => {
  if (path === '/face-matches') return matchLimit
  return /\/faces$|^\/face-(?:searches|index)$/.test(path) ? faceLimit : jsonLimit
}
