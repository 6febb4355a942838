import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import type { AppEnv } from '../env.ts'
import { CAPTURE_POLICY } from '../security-headers.ts'

interface StaticFilesDeps {
  /** Folder of the built widget. */
  widgetDir: string
  /** Folder of the on-device engine. */
  engineDir: string
  /** Hash over the engine's files; part of their address. */
  engineHash: string
}

const IMMUTABLE = 'public, max-age=31536000, immutable'

/** Scripts, styles and the on-device engine: every address holds a hash of its content, so caches keep it for good. */
export const staticFileRoutes = ({ widgetDir, engineDir, engineHash }: StaticFilesDeps) => {
  const engineBase = `/engine/${engineHash}`
  return new Hono<AppEnv>()
    .use('/widget/assets/*', immutableFiles(widgetDir, '/widget'))
    .use(`${engineBase}/*`, immutableFiles(engineDir, engineBase))
}

/** The policy comes along because a worker takes its own from its script's answer (HTML §10.2.4). */
const immutableFiles = (root: string, base: string) =>
  serveStatic<AppEnv>({
    root,
    rewriteRequestPath: (path) => path.slice(base.length),
    onFound: (_, c) => {
      c.header('Cache-Control', IMMUTABLE)
      c.header('Content-Security-Policy', CAPTURE_POLICY)
    },
  })
