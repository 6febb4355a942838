import { AppError } from '@visavis/shared/errors'
import { MAX_IMAGE_BYTES } from '@visavis/shared/limits'
import { Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { apiKeyRoutes, credentials, oauthClientRoutes } from './features/access/index.ts'
import { applicantRoutes } from './features/applicants/index.ts'
import { faceAuthenticationRoutes } from './features/authentications/index.ts'
import { applicantErasureRoutes, authenticationErasureRoutes } from './features/erasure/index.ts'
import { faceEnrollmentRoutes, faceRoutes } from './features/faces/index.ts'
import { idempotency } from './features/idempotency/index.ts'
import { userJourneyRoutes } from './features/journeys/index.ts'
import { faceIndexRoutes, faceMatchRoutes, faceSearchRoutes } from './features/search/index.ts'
import { eventRoutes, webhookDeliveryRoutes, webhookEndpointRoutes } from './features/webhooks/index.ts'
import type { PartnerEnv } from './http/env.ts'
import { logError } from './http/error-log.ts'
import { type EdgeDeps, rateLimit } from './http/rate-limit.ts'
import { listScopedRoutes } from './http/require-scope.ts'
import { toAppError } from './http/to-app-error.ts'
import type { JobsDeps } from './jobs/deps.ts'

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
export const partnerRoutes = (deps: JobsDeps & EdgeDeps) => {
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
    ['/applicants', applicantErasureRoutes(deps)],
    ['/events', eventRoutes(deps)],
    ['/face-authentications', faceAuthenticationRoutes(deps)],
    ['/face-authentications', authenticationErasureRoutes(deps)],
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
