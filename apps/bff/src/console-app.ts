import type { Hono } from 'hono'
import type { AppDeps } from './app.ts'
import { createBaseApp } from './base-app.ts'
import { consoleRoutes } from './features/console/index.ts'
import type { AppEnv } from './http/env.ts'
import { healthRoutes } from './http/ops/health.ts'
import { consoleFileRoutes, widgetFileRoutes } from './http/static-files.ts'

type ConsoleAppDeps = Omit<AppDeps, 'console'> & { console: NonNullable<AppDeps['console']> }

/** The console at a port of its own: its pages, its API, and the capture page that it frames as a preview. */
export const createConsoleApp = (deps: ConsoleAppDeps): Hono<AppEnv> => {
  const { html, previewHtml, dir, url } = deps.console
  const app = createBaseApp({ ...deps, url })
  app.route('/', healthRoutes(deps))
  app.route('/', widgetFileRoutes(deps.widgetDir))
  app.route('/', consoleFileRoutes(dir))
  app.get('/', (c) => c.redirect('/console'))
  app.route('/', consoleRoutes({ ...deps, consoleUrl: url, consoleHtml: html, previewHtml }))
  return app
}
