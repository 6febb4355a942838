import { AppError } from '@visavis/shared/errors'
import { Hono } from 'hono'
import { requestId } from 'hono/request-id'
import { type CaptureRoutesDeps, captureRoutes } from './routes/capture/index.ts'
import type { AppEnv } from './routes/env.ts'
import { logError } from './routes/error-log.ts'
import { observeRequests } from './routes/observe-requests.ts'
import { healthRoutes } from './routes/ops/health.ts'
import { referenceRoutes } from './routes/ops/reference.ts'
import { codeRoutes } from './routes/pages/code/index.ts'
import { demoRoutes } from './routes/pages/demo/index.ts'
import { frameRoutes } from './routes/pages/frame.ts'
import { handoffPageRoutes, hostedRoutes } from './routes/pages/hosted.ts'
import { staticFileRoutes } from './routes/pages/static-files.ts'
import { assetFileRoutes } from './routes/partner/asset-files.ts'
import { partnerRoutes } from './routes/partner/index.ts'
import { tokenRoutes } from './routes/partner/token.ts'
import { requestLog } from './routes/request-log.ts'
import { securityHeaders } from './routes/security-headers.ts'
import { toAppError } from './routes/to-app-error.ts'
import { returnRoutes } from './routes/vendor/returns.ts'
import { vendorWebhookRoutes } from './routes/vendor/webhooks.ts'
import type { TenantSetUp } from './services/set-up-tenant.ts'
import type { Metrics } from './telemetry/metrics.ts'

export interface AppDeps extends CaptureRoutesDeps {
  /** Where this process reaches itself, past any proxy. */
  internalUrl: string
  /** The built hosted page. */
  hostedHtml: string
  /** The built page for frames. */
  frameHtml: string
  widgetDir: string
  engineDir: string
  engineHash: string
  /** Present when metrics are on. */
  metrics?: Metrics
  /** Present in demo mode: the partner the demo site acts for. */
  demo?: TenantSetUp
}

export const createApp = (deps: AppDeps) => {
  const app = new Hono<AppEnv>()
  app.use(requestId({ headerName: 'Cko-Request-Id' }))
  app.use(observeRequests(deps.metrics))
  app.use(requestLog(deps.log))
  app.use(securityHeaders({ isPublicTls: deps.publicUrl.startsWith('https:') }))

  app.route('/health', healthRoutes(deps))
  app.route('/', referenceRoutes(deps))
  app.route('/verify', hostedRoutes({ ...deps, html: deps.hostedHtml }))
  app.route('/frame', frameRoutes({ ...deps, html: deps.frameHtml }))
  app.route('/handoff', handoffPageRoutes({ html: deps.hostedHtml }))
  app.route('/', staticFileRoutes(deps))
  app.route('/capture', captureRoutes(deps))
  app.route('/code', codeRoutes(deps))
  app.route('/assets', assetFileRoutes(deps))
  if (deps.demo) app.route('/demo', demoRoutes({ ...deps, partner: deps.demo }))
  app.route('/return', returnRoutes(deps))
  app.route('/vendor', vendorWebhookRoutes(deps))
  app.route('/connect', tokenRoutes(deps))
  app.route('/', partnerRoutes(deps))

  app.notFound((c) => {
    const error = new AppError('NOT_FOUND')
    return c.json(toPlainBody(error, c.get('requestId')), error.status)
  })
  app.onError((failure, c) => {
    const error = toAppError(failure)
    logError(deps.log, error, c.get('requestId'))
    return c.json(toPlainBody(error, c.get('requestId')), error.status)
  })
  return app
}

const toPlainBody = (error: AppError, id: string) => ({
  request_id: id,
  error_type: error.type,
  error_codes: error.errorCodes,
})
