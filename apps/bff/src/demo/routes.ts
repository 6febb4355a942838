import { readFileSync } from 'node:fs'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { csrf } from 'hono/csrf'
import type { TenantSetUp } from '../features/access/index.ts'
import type { AppEnv } from '../http/env.ts'
import { PAGE_POLICY } from '../http/security-headers.ts'
import { createPartnerServer } from './partner-server.ts'
import { homePage, resultPage } from './views.ts'

interface DemoDeps {
  publicUrl: string
  partner: TenantSetUp
  /** Where the demo's server side reaches the partner API: the port on this machine, past any proxy. */
  internalUrl: string
}

const COOKIE = 'visavis_demo'
/** Larger than any picture taken, so that the API's own answer about size is the one shown. */
const MAX_FORM_BYTES = 6 * 1024 * 1024
const CSS = readFileSync(new URL('../../assets/demo.css', import.meta.url), 'utf8')

/** A small partner site: enrol a face, sign in with it, see the decision its own server read. */
export const demoRoutes = ({ publicUrl, partner, internalUrl }: DemoDeps) => {
  const server = createPartnerServer({ baseUrl: internalUrl, ...partner })
  const limit = bodyLimit({
    maxSize: MAX_FORM_BYTES,
    onError: (c) => c.html(homePage({ errorCodes: ['image_too_large'] }), 413),
  })
  const cookie = {
    path: '/demo',
    httpOnly: true,
    sameSite: 'Lax',
    secure: publicUrl.startsWith('https:'),
  } as const

  return new Hono<AppEnv>()
    .use(csrf({ origin: new URL(publicUrl).origin }))
    .use(async (c, next) => {
      c.header('Content-Security-Policy', PAGE_POLICY)
      c.header('Cache-Control', 'no-store')
      // `form-action 'self'` covers the redirect to the hosted page only when both share one origin.
      const { hostname } = new URL(c.req.url)
      const isOtherName = hostname === '127.0.0.1' && new URL(publicUrl).hostname === 'localhost'
      if (c.req.method === 'GET' && isOtherName) return c.redirect(`${publicUrl}/demo`)
      return next()
    })
    .get('/', (c) => c.html(homePage({ isEnrolled: getCookie(c, COOKIE) !== undefined })))
    .get('/demo.css', (c) => c.body(CSS, 200, { 'Content-Type': 'text/css; charset=utf-8' }))
    .post('/enrol', limit, async (c) => {
      const { photo } = await c.req.parseBody()
      if (!(photo instanceof File) || photo.size === 0) {
        return c.html(homePage({ errorCodes: ['image__required'] }), 422)
      }
      const enrolled = await server.enrol('Demo customer', photo)
      if ('errorCodes' in enrolled) return c.html(homePage({ errorCodes: enrolled.errorCodes }), 422)
      setCookie(c, COOKIE, enrolled.applicantId, cookie)
      return c.redirect('/demo', 303)
    })
    .post('/start', async (c) => {
      const applicantId = getCookie(c, COOKIE)
      if (!applicantId) return c.redirect('/demo', 303)
      return c.redirect(await server.start(applicantId, `${publicUrl}/demo/return`), 303)
    })
    .post('/forget', (c) => {
      deleteCookie(c, COOKIE, cookie)
      return c.redirect('/demo', 303)
    })
    .get('/return', async (c) => {
      // The query only says which one to look up. Whose it is and how it ended comes from the API.
      const decision = await server.readDecision(c.req.query('id') ?? '')
      const isOwn = decision !== undefined && decision.applicant_id === getCookie(c, COOKIE)
      return c.html(resultPage(isOwn ? decision : undefined), isOwn ? 200 : 404)
    })
}
