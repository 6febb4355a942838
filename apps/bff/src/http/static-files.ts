import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from './env.ts'
import { CAPTURE_POLICY, CONSOLE_POLICY, EMBEDDER_POLICY, setHeaders } from './security-headers.ts'

interface StaticFilesDeps {
  /** Folder of the built widget. */
  widgetDir: string
  /** Folder of the built documentation, where it was built. */
  docsDir?: string | undefined
  /** Folder of the on-device engine. */
  engineDir: string
  /** Hash over the engine's files; part of their address. */
  engineHash: string
}

/** The policies come along because a worker takes its own from its script's answer (HTML §10.2.4). */
const IMMUTABLE = {
  ...EMBEDDER_POLICY,
  Vary: 'Accept-Encoding',
  'Cache-Control': 'public, max-age=31536000, immutable',
  'Content-Security-Policy': CAPTURE_POLICY,
}

const OF_CONSOLE = { ...IMMUTABLE, 'Content-Security-Policy': CONSOLE_POLICY }

/**
 * The one file that pages of other origins load, those with `Cross-Origin-Embedder-Policy` or `crossorigin` too. A
 * newer server reaches them within the hour.
 */
const FOR_PARTNERS = {
  Vary: 'Accept-Encoding',
  'Cache-Control': 'public, max-age=3600',
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
}

/**
 * Scripts, styles and the on-device engine: every address holds a hash of its content, so caches keep it for good. And
 * the script for partners' pages, whose address stays.
 */
export const staticFileRoutes = ({ widgetDir, docsDir, engineDir, engineHash }: StaticFilesDeps) => {
  const engineBase = `/engine/${engineHash}`
  const routes = widgetFileRoutes(widgetDir)
    .use(`${engineBase}/*`, whenFound(IMMUTABLE), filesOf(engineDir, engineBase))
    .use('/visavis.js', whenFound(FOR_PARTNERS), filesOf(widgetDir, ''))
  if (docsDir !== undefined) {
    routes.use('/docs/assets/*', whenFound(IMMUTABLE), filesOf(docsDir, '/docs'))
  }
  return routes
}

/** Of the capture page, which the console frames as well. */
export const widgetFileRoutes = (widgetDir: string): Hono<AppEnv> =>
  new Hono<AppEnv>().use('/widget/assets/*', whenFound(IMMUTABLE), filesOf(widgetDir, '/widget'))

export const consoleFileRoutes = (consoleDir: string): Hono<AppEnv> =>
  new Hono<AppEnv>().use('/console/assets/*', whenFound(OF_CONSOLE), filesOf(consoleDir, '/console'))

const whenFound = (headers: Readonly<Record<string, string>>) =>
  createMiddleware<AppEnv>(async (c, next) => {
    await next()
    if (c.res.ok) setHeaders(c, headers)
  })

const filesOf = (root: string, base: string) =>
  serveStatic<AppEnv>({
    root,
    rewriteRequestPath: (path) => path.slice(base.length),
    // What the build laid beside it, in Brotli or gzip, for whoever takes that (RFC 9110 §12.5.3).
    precompressed: true,
  })
