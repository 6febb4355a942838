import { compress } from 'hono/compress'
import { ENDPOINTS } from './api-endpoints.ts'
import { createBaseApp } from './base-app.ts'
import { type CaptureApiDeps, captureApi } from './capture-api.ts'
import type { AllDatabase } from './composition/create-database.ts'
import { demoRoutes } from './demo/routes.ts'
import { type TenantSetUp, tokenRoutes } from './features/access/index.ts'
import {
  frameRoutes,
  handoffPageRoutes,
  hostedRoutes,
  keepScriptHostApart,
  returnRoutes,
  vendorScriptRoutes,
  vendorWebhookRoutes,
} from './features/capture/index.ts'
import { consoleRoutes, type OpenidIssuer } from './features/console/index.ts'
import { codeRoutes } from './features/handoff/index.ts'
import { assetFileRoutes } from './features/pictures/index.ts'
import type { ErrorDocsDeps } from './http/error-body.ts'
import { errorDocsRoutes } from './http/ops/error-docs.ts'
import { healthRoutes } from './http/ops/health.ts'
import { homeRoutes } from './http/ops/home.ts'
import { referenceRoutes } from './http/ops/reference.ts'
import { consoleFileRoutes, staticFileRoutes } from './http/static-files.ts'
import type { JobsDeps } from './jobs/deps.ts'
import { partnerRoutes } from './partner-api.ts'
import type { ProviderHealth } from './providers/provider-health.ts'
import type { Metrics } from './telemetry/metrics.ts'

export interface AppDeps extends JobsDeps, CaptureApiDeps, ErrorDocsDeps {
  database: AllDatabase
  /** Where this process reaches itself, past any proxy. */
  internalUrl: string
  /** The built hosted page. */
  hostedHtml: string
  /** The built page for frames. */
  frameHtml: string
  /** The built script of the document that a vendor's script runs in. */
  scriptFrameJs: string
  widgetDir: string
  /** The built console, and where browsers reach it; absent: there is none, or it has a port of its own. */
  console?: { html: string; previewHtml: string; dir: string; url: string } | undefined
  /** The operator's sign-in provider for it; absent: there is none. */
  singleSignOn?: OpenidIssuer | undefined
  engineDir: string
  /** Folder of the built documentation, where it was built. */
  docsDir?: string
  engineHash: string
  /** What runs the face engine's networks. */
  engineRuntime: 'native' | 'wasm'
  /** Absent: nobody watches the providers. */
  providerHealth?: (provider: string) => ProviderHealth
  /** Present when metrics are on. */
  metrics?: Metrics
  /** Present in demo mode: the partner the demo site acts for. */
  demo?: TenantSetUp
}

const WITHOUT_CONSOLE = ENDPOINTS.filter(({ audience }) => audience !== 'console')

export const createApp = (deps: AppDeps) => {
  const app = createBaseApp({ ...deps, url: deps.publicUrl })
  app.route('/', healthRoutes(deps))
  app.route('/', errorDocsRoutes())
  app.use(keepScriptHostApart(deps))
  app.route('/', homeRoutes())
  app.route('/', staticFileRoutes(deps))
  app.route('/', referenceRoutes({ ...deps, endpoints: deps.console ? ENDPOINTS : WITHOUT_CONSOLE }))
  // Nothing secret and nothing of the request is in these pages, so their length tells nothing (BREACH).
  for (const pages of ['/verify/*', '/frame/*', '/handoff']) app.use(pages, compress())
  app.route('/verify', hostedRoutes({ ...deps, html: deps.hostedHtml }))
  app.route('/frame', frameRoutes({ ...deps, html: deps.frameHtml }))
  app.route('/vendor-script', vendorScriptRoutes(deps))
  app.route('/handoff', handoffPageRoutes({ html: deps.hostedHtml }))
  app.route('/', captureApi(deps))
  if (deps.console) {
    const { html: consoleHtml, previewHtml, dir, url: consoleUrl } = deps.console
    app.route('/', consoleFileRoutes(dir))
    app.route('/', consoleRoutes({ ...deps, consoleUrl, consoleHtml, previewHtml }))
  }
  app.route('/code', codeRoutes(deps))
  app.route('/assets', assetFileRoutes(deps))
  if (deps.demo) app.route('/demo', demoRoutes({ ...deps, partner: deps.demo }))
  app.route('/return', returnRoutes(deps))
  app.route('/vendor', vendorWebhookRoutes(deps))
  app.route('/', tokenRoutes(deps))
  app.route('/', partnerRoutes(deps))
  return app
}
