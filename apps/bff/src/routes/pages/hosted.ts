import { type Context, Hono } from 'hono'
import type { AppEnv } from '../env.ts'
import { CAPTURE_POLICY } from '../security-headers.ts'

interface HostedPage {
  html: string
}

const servePage =
  ({ html }: HostedPage) =>
  (c: Context<AppEnv>) => {
    c.header('Content-Security-Policy', CAPTURE_POLICY)
    c.header('Cache-Control', 'no-cache')
    return c.html(html)
  }

/**
 * The hosted page, the same for every link: what it shows comes from `GET /capture/session`, with the token of the
 * address's fragment, which never reaches a server. Unknown ids get the page too: it says that the link is wrong.
 */
export const hostedRoutes = (page: HostedPage) => new Hono<AppEnv>().get('/:attemptId', servePage(page))

/** Where the code of a hand-off leads: the same page, which looks at its own address. */
export const handoffPageRoutes = (page: HostedPage) => new Hono<AppEnv>().get('/', servePage(page))
