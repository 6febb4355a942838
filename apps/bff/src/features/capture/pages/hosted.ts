import { isId } from '@visavis/shared/ids'
import { type Context, Hono } from 'hono'
import type { AppEnv } from '../../../http/env.ts'
import { type EdgeDeps, limitAddress } from '../../../http/rate-limit.ts'
import { CAPTURE_POLICY, NO_VENDOR, openPolicy, toPermissions } from '../../../http/security-headers.ts'
import { type PagePolicyDeps, readPagePolicy } from '../hosted/read-page-policy.ts'

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

interface HostedRoutesDeps extends HostedPage, PagePolicyDeps, EdgeDeps {}

/**
 * The hosted page, the same for every link: what it shows comes from `GET /capture/session`, with the token of the
 * address's fragment, which never reaches a server. Unknown ids get the page too: it says that the link is wrong.
 * The id in the path tells which vendor, if any, the page has to be opened to.
 */
export const hostedRoutes = ({ html, ...deps }: HostedRoutesDeps) =>
  new Hono<AppEnv>().get('/:attemptId', limitAddress<AppEnv>(deps), async (c) => {
    const attemptId = c.req.param('attemptId')
    const vendor = isId('attempt', attemptId) ? await readPagePolicy(deps, attemptId) : NO_VENDOR
    c.header('Content-Security-Policy', openPolicy(CAPTURE_POLICY, vendor))
    c.header('Permissions-Policy', toPermissions(vendor))
    c.header('Cache-Control', 'no-cache')
    return c.html(html)
  })

/** Where the code of a hand-off leads: the same page, which looks at its own address. */
export const handoffPageRoutes = (page: HostedPage) => new Hono<AppEnv>().get('/', servePage(page))
