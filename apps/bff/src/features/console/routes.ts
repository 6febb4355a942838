import { AppError } from '@visavis/shared/errors'
import { type Context, Hono } from 'hono'
import { mount } from '../../http/endpoint.ts'
import type { AppEnv } from '../../http/env.ts'
import { type ErrorDocsDeps, toPartnerError } from '../../http/error-body.ts'
import { logError } from '../../http/error-log.ts'
import { ownOrigin } from '../../http/own-origin.ts'
import { limitAddress, rateLimit } from '../../http/rate-limit.ts'
import { setRetryAfter } from '../../http/retry-after.ts'
import { allowInline, CONSOLE_POLICY, PREVIEW_POLICY, setHeaders } from '../../http/security-headers.ts'
import { toAppError } from '../../http/to-app-error.ts'
import { auditCall, toConsoleActor } from '../audit/index.ts'
import { CONSOLE_APPLICANT_ENDPOINTS } from './applicant-routes.ts'
import { chooseMode, inBothModes } from './choose-mode.ts'
import type { ConsoleEndpoint } from './console-endpoint.ts'
import { type ConsoleEnv, consoleSession } from './console-session.ts'
import type { ConsoleErasureDeps } from './deps.ts'
import { CONSOLE_INSTALLATION_ENDPOINTS } from './installation-routes.ts'
import { CONSOLE_PICTURE_REQUEST_ENDPOINTS } from './picture-access/picture-request-routes.ts'
import { CONSOLE_READING_ENDPOINTS } from './reading-routes.ts'
import { requireRecentPasskey } from './require-recent-passkey.ts'
import { requireRole } from './require-role.ts'
import { CONSOLE_REVIEW_ENDPOINTS } from './review-routes.ts'
import { inOneTenant, sameTenant } from './same-tenant.ts'
import { CONSOLE_SETTINGS_ENDPOINTS } from './settings-routes.ts'
import { CONSOLE_SIGN_IN_ENDPOINTS } from './sign-in-routes.ts'
import { CONSOLE_SIGN_ON_ENDPOINTS } from './sign-on-routes.ts'
import { CONSOLE_STEP_UP_ENDPOINTS } from './step-up-routes.ts'
import { CONSOLE_TEAM_ENDPOINTS } from './team-routes.ts'
import { CONSOLE_WEBHOOK_ENDPOINTS } from './webhook-routes.ts'

/** About the people at the desk: there is one desk for both modes. */
const DESK: readonly ConsoleEndpoint<ConsoleErasureDeps>[] = [
  ...CONSOLE_SIGN_IN_ENDPOINTS,
  ...CONSOLE_STEP_UP_ENDPOINTS,
  ...CONSOLE_SIGN_ON_ENDPOINTS,
  ...CONSOLE_TEAM_ENDPOINTS,
  ...CONSOLE_INSTALLATION_ENDPOINTS,
].map(inOneTenant)

const DATA: readonly ConsoleEndpoint<ConsoleErasureDeps>[] = [
  ...CONSOLE_READING_ENDPOINTS,
  ...CONSOLE_PICTURE_REQUEST_ENDPOINTS,
  ...CONSOLE_REVIEW_ENDPOINTS,
  ...CONSOLE_SETTINGS_ENDPOINTS,
  ...CONSOLE_APPLICANT_ENDPOINTS,
  ...CONSOLE_WEBHOOK_ENDPOINTS,
]
  .map(inOneTenant)
  .map(inBothModes)

export const CONSOLE_ENDPOINTS = [...DESK, ...DATA]

const PREFIX = '/console/api/*'

/** A newer server's page takes its place at the next look. */
const NOT_KEPT = { 'Cache-Control': 'no-cache' }

interface ConsoleRoutesDeps extends ConsoleErasureDeps, ErrorDocsDeps {
  /** The built page. */
  consoleHtml: string
  /** The built capture page without a capture behind it. */
  previewHtml: string
}

/** The console's pages call these: same origin only, with the cookie of a session. */
export const consoleRoutes = (deps: ConsoleRoutesDeps): Hono<ConsoleEnv> => {
  const routes = new Hono<ConsoleEnv>()
  routes.onError((failure, c) => {
    const error = toAppError(failure)
    const requestId = c.get('requestId')
    logError(deps.log, error, requestId)
    setRetryAfter(c, error)
    return c.json(toPartnerError(error, requestId, deps), error.status)
  })
  routes.use(PREFIX, limitAddress<ConsoleEnv>(deps))
  routes.use(PREFIX, ownOrigin(deps.consoleUrl, { byCookie: true }))
  routes.use(PREFIX, async (c, next) => {
    c.header('Cache-Control', 'no-store')
    await next()
  })
  const session = consoleSession(deps)
  const mode = chooseMode(deps)
  const countUser = rateLimit<ConsoleEnv>(deps.rateLimits?.capture, (c) => c.get('user').id)
  mount(routes, CONSOLE_ENDPOINTS, deps, {
    toChecks: (endpoint) =>
      endpoint.role === 'anyone'
        ? []
        : [
            session,
            sameTenant,
            countUser,
            ...(DATA.includes(endpoint) ? [mode] : []),
            requireRole(deps, endpoint),
            ...(endpoint.recentPasskey ? [requireRecentPasskey(deps)] : []),
            ...(endpoint.audit ? [auditCall<ConsoleEnv>(deps, endpoint.audit, readCaller)] : []),
          ],
  })
  for (const unknown of [PREFIX, '/console/assets/*']) {
    routes.all(unknown, () => {
      throw new AppError('NOT_FOUND')
    })
  }
  routes.route('/console', pageRoutes(deps))
  return routes
}

const readCaller = (c: Context<ConsoleEnv>) => {
  const { id, tenantId } = c.get('user')
  return { tenantId, actor: toConsoleActor(id) }
}

/** One page for every address: which part of it is shown, it reads from there itself. And the preview that it frames. */
const pageRoutes = ({ consoleHtml, previewHtml }: Pick<ConsoleRoutesDeps, 'consoleHtml' | 'previewHtml'>) => {
  const pages = new Hono<AppEnv>()
  const previewPolicy = allowInline(PREVIEW_POLICY, previewHtml)
  pages.get('/preview', (c) => {
    setHeaders(c, {
      ...NOT_KEPT,
      'Content-Security-Policy': previewPolicy,
      'Permissions-Policy': 'camera=()',
    })
    return c.html(previewHtml)
  })
  for (const path of ['/', '/*']) {
    pages.get(path, (c) => {
      setHeaders(c, { ...NOT_KEPT, 'Content-Security-Policy': CONSOLE_POLICY })
      return c.html(consoleHtml)
    })
  }
  return pages
}
