import { readFileSync } from 'node:fs'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { readAddressKey } from '../../../http/client-address.ts'
import type { AppEnv } from '../../../http/env.ts'
import type { EdgeDeps } from '../../../http/rate-limit.ts'
import { readLocale } from '../../../http/read-locale.ts'
import { PAGE_POLICY } from '../../../http/security-headers.ts'
import type { HandoffDeps } from '../deps.ts'
import { redeemDigitString } from '../redeem-digit-string.ts'
import { codePage } from './views.ts'

const MAX_FORM_BYTES = 1024
const CSS = readFileSync(new URL('../../../../assets/code.css', import.meta.url), 'utf8')

/** Where a person types the digits they were given, on whatever device they like. Works without script. */
export const codeRoutes = (deps: HandoffDeps & EdgeDeps) => {
  const own = new URL(deps.publicUrl).origin
  /** A form of another site could have a person follow a link that is not theirs. */
  const isOwnForm = (c: Context<AppEnv>): boolean =>
    c.req.header('origin') === own || c.req.header('sec-fetch-site') === 'same-origin'
  return new Hono<AppEnv>()
    .use(async (c, next) => {
      c.header('Content-Security-Policy', PAGE_POLICY)
      c.header('Cache-Control', 'no-store')
      // Under `no-referrer` a form's `Origin` is `null` (Fetch §3.2.6), and browsers without Fetch Metadata say no more.
      c.header('Referrer-Policy', 'same-origin')
      await next()
    })
    .get('/', (c) => c.html(codePage({ locale: readLocale(c) })))
    .get('/code.css', (c) => c.body(CSS, 200, { 'Content-Type': 'text/css; charset=utf-8' }))
    .post(
      '/',
      bodyLimit({
        maxSize: MAX_FORM_BYTES,
        onError: (c) => c.html(codePage({ locale: readLocale(c), problem: 'unknown' }), 422),
      }),
      async (c) => {
        if (!isOwnForm(c)) return c.html(codePage({ locale: readLocale(c) }), 403)
        const { code } = await c.req.parseBody()
        const addressKey = readAddressKey(c, deps.trustedProxies ?? 0) ?? ''
        const typed = typeof code === 'string' ? code : ''
        const redeemed = await redeemDigitString(deps, typed, addressKey)
        if (redeemed.kind === 'opened') return c.redirect(redeemed.verificationUrl, 303)
        if (redeemed.kind === 'unknown')
          return c.html(codePage({ locale: readLocale(c), problem: 'unknown' }), 422)
        // RFC 6585 §4.
        c.header('Retry-After', String(redeemed.retryAfterS))
        return c.html(
          codePage({ locale: readLocale(c), problem: 'too-many', retryAfterS: redeemed.retryAfterS }),
          429,
        )
      },
    )
}
