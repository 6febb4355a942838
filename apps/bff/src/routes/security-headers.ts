import { createMiddleware } from 'hono/factory'
import type { AppEnv } from './env.ts'

const POLICY_BASE = ["default-src 'none'", "base-uri 'none'", "object-src 'none'", "form-action 'self'"]

/** Nobody may frame it. */
const UNFRAMED = "frame-ancestors 'none'"

const toPolicy = (...own: string[]) => [...POLICY_BASE, UNFRAMED, ...own].join('; ')

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

/** The same page for windows of those origins to frame. @param origins as `isFrameOrigin` lets them in */
export const toFramePolicy = (origins: readonly string[]): string =>
  origins.length === 0
    ? CAPTURE_POLICY
    : CAPTURE_POLICY.replace(UNFRAMED, `frame-ancestors ${origins.join(' ')}`)

/** Plain pages of ours: own styles and pictures. */
export const PAGE_POLICY = toPolicy("style-src 'self'", "img-src 'self' data:", "script-src 'self'")

const YEAR_S = 31_536_000

/**
 * Headers of every answer; a route may set wider policies before. HSTS only where the browser
 * came by TLS (RFC 6797 §7.2 forbids it elsewhere): known from our public address or from a proxy's header.
 */
export const securityHeaders = ({ isPublicTls }: { isPublicTls: boolean }) =>
  createMiddleware<AppEnv>(async (c, next) => {
    await next()
    const { headers } = c.res
    if (!headers.has('content-security-policy')) headers.set('content-security-policy', API_POLICY)
    headers.set('referrer-policy', 'no-referrer')
    headers.set('x-content-type-options', 'nosniff')
    // Where both are sent the policy counts (CSP 3 §6.4.2.2), but not to every scanner.
    if (headers.get('content-security-policy')?.includes(UNFRAMED)) headers.set('x-frame-options', 'DENY')
    headers.set('cross-origin-opener-policy', 'same-origin')
    if (!headers.has('cross-origin-resource-policy')) {
      headers.set('cross-origin-resource-policy', 'same-origin')
    }
    headers.set('permissions-policy', 'camera=(self), microphone=(), geolocation=(), browsing-topics=()')
    if (isPublicTls || c.req.header('x-forwarded-proto') === 'https') {
      headers.set('strict-transport-security', `max-age=${YEAR_S}; includeSubDomains`)
    }
  })
