import { createMiddleware } from 'hono/factory'
import type { AppEnv } from './env.ts'

const POLICY_BASE = [
  "default-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "form-action 'self'",
]

const toPolicy = (...own: string[]) => [...POLICY_BASE, ...own].join('; ')

/** Everything that is not a page: nothing may be loaded from it, nobody may frame it. */
const API_POLICY = toPolicy()

/**
 * The hosted page and the scripts of its workers: WebAssembly for the on-device engine, pictures and video from
 * memory, nothing from any other host.
 */
export const CAPTURE_POLICY = toPolicy(
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "media-src 'self' blob:",
)

/** Plain pages of ours: own styles and pictures. */
export const PAGE_POLICY = toPolicy("style-src 'self'", "img-src 'self' data:", "script-src 'self'")

const YEAR_S = 31_536_000

/**
 * Headers of every answer; a route may set a wider `Content-Security-Policy` before. HSTS only where the browser
 * came by TLS (RFC 6797 §7.2 forbids it elsewhere): known from our public address or from a proxy's header.
 */
export const securityHeaders = ({ isPublicTls }: { isPublicTls: boolean }) =>
  createMiddleware<AppEnv>(async (c, next) => {
    await next()
    const { headers } = c.res
    if (!headers.has('content-security-policy')) headers.set('content-security-policy', API_POLICY)
    headers.set('referrer-policy', 'no-referrer')
    headers.set('x-content-type-options', 'nosniff')
    headers.set('x-frame-options', 'DENY')
    headers.set('cross-origin-opener-policy', 'same-origin')
    headers.set('cross-origin-resource-policy', 'same-origin')
    headers.set('permissions-policy', 'camera=(self), microphone=(), geolocation=(), browsing-topics=()')
    if (isPublicTls || c.req.header('x-forwarded-proto') === 'https') {
      headers.set('strict-transport-security', `max-age=${YEAR_S}; includeSubDomains`)
    }
  })
