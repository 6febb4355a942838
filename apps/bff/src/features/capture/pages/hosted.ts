import type { CaptureSession } from '@visavis/shared/capture-api'
import { Hono } from 'hono'
import type { AppEnv } from '../../../http/env.ts'
import { type EdgeDeps, limitAddress } from '../../../http/rate-limit.ts'
import { allowInline, CAPTURE_POLICY, openPolicy, toPermissions } from '../../../http/security-headers.ts'
import { type PagePolicyDeps, readPageNeeds } from '../hosted/read-page-policy.ts'
import { addMeta, choosePage, nameEngine, toPageModes } from './page-modes.ts'

interface HostedPage {
  html: string
}

interface HostedRoutesDeps extends HostedPage, PagePolicyDeps, EdgeDeps {
  engine: CaptureSession['engine']
}

/**
 * The hosted page, the same for every link of a partner and a mode: what it shows comes from `GET /capture/session`, with the
 * token of the address's fragment, which never reaches a server. Unknown ids get the page too: it says that the link is wrong.
 * The id in the path tells which vendor, if any, the page has to be opened to.
 */
export const hostedRoutes = ({ html: built, ...deps }: HostedRoutesDeps) => {
  const pages = toPageModes(built)
  return new Hono<AppEnv>().get('/:captureId', limitAddress<AppEnv>(deps), async (c) => {
    const captureId = c.req.param('captureId')
    const { vendor, takesPicture } = await readPageNeeds(deps, captureId)
    const page = await choosePage(deps, pages, captureId)
    // Whose link it is, for where its secret is wrong: whoever has the id of a link knows who sent it.
    const named =
      page.partnerName === undefined
        ? page.html
        : await addMeta(page.html, 'visavis-partner', page.partnerName)
    c.header('Content-Security-Policy', openPolicy(page.policy, vendor))
    c.header('Permissions-Policy', toPermissions(vendor))
    c.header('Cache-Control', 'no-cache')
    return c.html(takesPicture && page.isOpen ? await nameEngine(named, deps.engine.files) : named)
  })
}

/** Where the code of a hand-off leads: the same page, which looks at its own address. */
export const handoffPageRoutes = ({ html: built }: HostedPage) => {
  const policy = allowInline(CAPTURE_POLICY, built)
  return new Hono<AppEnv>().get('/', (c) => {
    c.header('Content-Security-Policy', policy)
    c.header('Cache-Control', 'no-cache')
    return c.html(built)
  })
}
