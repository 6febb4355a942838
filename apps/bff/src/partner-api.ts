import { AppError } from '@visavis/shared/errors'
import { Hono } from 'hono'
import { credentials } from './features/access/index.ts'
import { auditRequest } from './features/audit/index.ts'
import { createExportRoom } from './features/exports/index.ts'
import { idempotency } from './features/idempotency/index.ts'
import { mount } from './http/endpoint.ts'
import type { PartnerEnv } from './http/env.ts'
import { type ErrorDocsDeps, toPartnerError } from './http/error-body.ts'
import { logError } from './http/error-log.ts'
import { createPictureRoom } from './http/picture-room.ts'
import { type EdgeDeps, rateLimit } from './http/rate-limit.ts'
import { listScopedRoutes, requireScope } from './http/require-scope.ts'
import { setRetryAfter } from './http/retry-after.ts'
import { toAppError } from './http/to-app-error.ts'
import type { JobsDeps } from './jobs/deps.ts'
import { PARTNER_ENDPOINTS } from './partner-endpoints.ts'

/** The partner's server calls these, with its API key or an access token. */
export const partnerRoutes = (deps: JobsDeps & EdgeDeps & ErrorDocsDeps) => {
  const routes = new Hono<PartnerEnv>()
  routes.onError((failure, c) => {
    const error = toAppError(failure)
    const requestId = c.get('requestId')
    logError(deps.log, error, requestId)
    setRetryAfter(c, error)
    // RFC 9110 §11.6.1: a 401 names the scheme.
    if (error.status === 401) c.header('WWW-Authenticate', 'Bearer realm="visavis"')
    return c.json(toPartnerError(error, requestId, deps), error.status)
  })
  const countTenant = rateLimit<PartnerEnv>(deps.rateLimits?.partner, (c) => c.get('tenantId'))
  routes.use(async (c, next) => {
    // No id holds a NUL, and PostgreSQL takes none for a text.
    if (c.req.path.includes('\0')) throw new AppError('NOT_FOUND')
    // Names, addresses and keys: nobody on the way may keep them (RFC 9111 §5.2.2.5).
    c.header('Cache-Control', 'no-store')
    await next()
  })
  const prefixes = new Set(PARTNER_ENDPOINTS.map(({ path }) => `/${path.split('/')[1]}/*`))
  const once = idempotency(deps)
  const room = createPictureRoom()
  const exportRoom = createExportRoom(deps)
  for (const prefix of prefixes) routes.use(prefix, credentials(deps), countTenant)
  mount(routes, PARTNER_ENDPOINTS, deps, {
    toChecks: ({ scope, pictures, exports, audit }) => [
      ...(pictures ? [room(pictures)] : []),
      once,
      requireScope(scope),
      ...(exports ? [exportRoom(exports)] : []),
      ...('action' in audit ? [auditRequest(deps, audit)] : []),
    ],
  })
  // A route without a scope would be open to every key: better not to start.
  listScopedRoutes(routes)
  return routes
}
