import { Hono } from 'hono'
import type { AppEnv } from '../env.ts'
import { CAPTURE_POLICY } from '../security-headers.ts'

/**
 * The hosted page, the same for every link: what it shows comes from `GET /capture/session`, with the token of the
 * address's fragment, which never reaches a server. Unknown ids get the page too: it says that the link is wrong.
 */
export const hostedRoutes = ({ html }: { html: string }) =>
  new Hono<AppEnv>().get('/:attemptId', (c) => {
    c.header('Content-Security-Policy', CAPTURE_POLICY)
    c.header('Cache-Control', 'no-cache')
    return c.html(html)
  })
