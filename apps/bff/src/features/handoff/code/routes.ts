import { readFileSync } from 'node:fs'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import { toAddressKey } from '../../../http/address-key.ts'
import { readClientAddress } from '../../../http/client-address.ts'
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
export const codeRoutes = (deps: HandoffDeps & EdgeDeps) =>
  new Hono<AppEnv>()
    .use(csrf({ origin: new URL(deps.publicUrl).origin }))
    .use(async (c, next) => {
      c.header('Content-Security-Policy', PAGE_POLICY)
      c.header('Cache-Control', 'no-store')
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
        const { code } = await c.req.parseBody()
        const address = readClientAddress(c, deps.trustedProxies ?? 0) ?? ''
        const typed = typeof code === 'string' ? code : ''
        const redeemed = await redeemDigitString(deps, typed, toAddressKey(address))
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
