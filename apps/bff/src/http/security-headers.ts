import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { type PagePolicy, POLICY_DIRECTIVES } from '../providers/hosted-capture.ts'
import type { AppEnv } from './env.ts'

const POLICY_BASE = ["default-src 'none'", "base-uri 'none'", "object-src 'none'", "form-action 'self'"]

/** Nobody may frame it. */
const UNFRAMED = "frame-ancestors 'none'"

const toPolicy = (...own: string[]) => [...POLICY_BASE, UNFRAMED, ...own].join('; ')

/** Everything that is not a page: nothing may be loaded from it, nobody may frame it. */
const API_POLICY = toPolicy()

/**
 * The hosted page and the scripts of its workers: WebAssembly for the on-device engine, pictures and video from
 * memory, nothing from any other host. No text becomes script or markup, but for the address of the worker
 * (Trusted Types; the widget's `create-detector-worker.ts` has the policy).
 */
export const CAPTURE_POLICY = toPolicy(
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "media-src 'self' blob:",
  "require-trusted-types-for 'script'",
  'trusted-types visavis',
)

const INLINE = /<(script|style)>([\s\S]*?)<\/\1>/g

/** The policy for a page of ours that holds such styles and scripts: those very ones, by their hash (CSP 3 §6.7.3.3). */
export const allowInline = (policy: string, html: string): string =>
  [...html.matchAll(INLINE)].reduce((allowed, [, element, content = '']) => {
    const hash = createHash('sha256').update(content).digest('base64')
    return allowed.replace(`${element}-src 'self'`, (sources) => `${sources} 'sha256-${hash}'`)
  }, policy)

/** How far a capture page is opened to a vendor. Nothing of a vendor's is ever loaded into the page itself. */
export interface VendorAccess {
  /** Origins of what is framed: the vendor's own page, or the document of a capture's own origin with its script. */
  frames: readonly string[]
}

export const NO_VENDOR: VendorAccess = { frames: [] }

/**
 * The capture page opened to a vendor's frame. @param policy as `allowInline` or `toFramePolicy` gives it
 */
export const openPolicy = (policy: string, { frames }: VendorAccess): string => {
  const sources = frames.filter(isOrigin)
  return sources.length === 0 ? policy : `${policy}; frame-src ${sources.join(' ')}`
}

/**
 * The document that a vendor's script runs in: it leaves its frame in no way. Ours in it is one script, by its hash.
 * @param ancestors who may frame it: the page around, and those that may frame that
 */
export const toScriptPolicy = (
  scriptHash: string,
  ancestors: readonly string[],
  vendor: PagePolicy,
): string => {
  const own: Partial<Record<keyof PagePolicy, string>> = {
    'script-src': `'sha256-${scriptHash}' 'wasm-unsafe-eval'`,
    'img-src': 'blob: data:',
    'media-src': 'blob:',
    'worker-src': 'blob:',
  }
  const opened = POLICY_DIRECTIVES.flatMap((directive) => {
    const sources = [own[directive], ...(vendor[directive] ?? []).filter(isOrigin)]
    const given = sources.filter((source) => source !== undefined)
    return given.length === 0 ? [] : [`${directive} ${given.join(' ')}`]
  })
  return [
    "default-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    // An origin of its own, by its address: browsers give no camera to the opaque one that they would make.
    'sandbox allow-scripts allow-same-origin',
    `frame-ancestors ${ancestors.join(' ')}`,
    ...opened,
  ].join('; ')
}

/** Who may use the camera: the page, and the vendor's frame inside it. */
export const toPermissions = ({ frames }: VendorAccess): string => {
  const camera = ['self', ...frames.filter(isOrigin).map((origin) => `"${origin}"`)].join(' ')
  return `camera=(${camera}), microphone=(), geolocation=(), browsing-topics=()`
}

/** A header has no other way to quote: whatever is no plain origin stays out. */
const isOrigin = (text: string): boolean => URL.parse(text)?.origin === text

/** That policy for windows of those origins to frame the page. @param origins as `isFrameOrigin` lets them in */
export const toFramePolicy = (policy: string, origins: readonly string[]): string =>
  origins.length === 0 ? policy : policy.replace(UNFRAMED, `frame-ancestors ${origins.join(' ')}`)

/** What a page gets that may not frame it: one script, by its hash. @param origin as `isFrameOrigin` lets it in */
export const toRefusedPolicy = (scriptHash: string, origin: string): string =>
  [
    ...POLICY_BASE,
    `frame-ancestors ${origin}`,
    "require-trusted-types-for 'script'",
    `script-src 'sha256-${scriptHash}'`,
  ].join('; ')

/** Pages around that send one let in a frame, and the frame a worker, only where it sends one too (HTML §7.1.4). */
export const EMBEDDER_POLICY = { 'Cross-Origin-Embedder-Policy': 'require-corp' }

/**
 * For a page that such pages may frame: it also says that other origins may embed it (Fetch §3.7). Vendors' pages in a
 * frame of ours say neither.
 */
export const EMBEDDABLE = { ...EMBEDDER_POLICY, 'Cross-Origin-Resource-Policy': 'cross-origin' }

export const setHeaders = (c: Context<AppEnv>, headers: Readonly<Record<string, string>>): void => {
  for (const [name, value] of Object.entries(headers)) c.header(name, value)
}

/** Plain pages of ours: own styles and pictures. */
export const PAGE_POLICY = toPolicy("style-src 'self'", "img-src 'self' data:", "script-src 'self'")

/**
 * The console: pictures and videos from memory, nothing from any other host, no text that becomes script or markup. Passkeys are
 * asked for by the page itself.
 */
export const CONSOLE_POLICY = toPolicy(
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' blob: data:",
  'media-src blob:',
  // The preview of a journey.
  "frame-src 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
)

/** The capture page as the console frames it: it shows itself, asks nobody for anything and has no camera. */
export const PREVIEW_POLICY = toFramePolicy(
  toPolicy(
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ),
  ["'self'"],
)

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
    if (!headers.has('referrer-policy')) headers.set('referrer-policy', 'no-referrer')
    headers.set('x-content-type-options', 'nosniff')
    // Where both are sent the policy counts (CSP 3 §6.4.2.2), but not to every scanner.
    if (headers.get('content-security-policy')?.includes(UNFRAMED)) headers.set('x-frame-options', 'DENY')
    headers.set('cross-origin-opener-policy', 'same-origin')
    if (!headers.has('cross-origin-resource-policy')) {
      headers.set('cross-origin-resource-policy', 'same-origin')
    }
    if (!headers.has('permissions-policy')) headers.set('permissions-policy', toPermissions(NO_VENDOR))
    if (isPublicTls || c.req.header('x-forwarded-proto') === 'https') {
      headers.set('strict-transport-security', `max-age=${YEAR_S}; includeSubDomains`)
    }
  })
