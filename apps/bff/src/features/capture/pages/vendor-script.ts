import { createHash } from 'node:crypto'
import { AppError } from '@visavis/shared/errors'
import { isId } from '@visavis/shared/ids'
import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../../../http/env.ts'
import { type EdgeDeps, limitAddress } from '../../../http/rate-limit.ts'
import { toScriptPolicy } from '../../../http/security-headers.ts'
import type { CaptureDeps } from '../deps.ts'
import { type PagePolicyDeps, readScriptPolicy } from '../hosted/read-page-policy.ts'
import { isScriptHost, toScriptOrigin } from '../hosted/script-host-rules.ts'

const PATH = '/vendor-script/'

type HostDeps = Pick<CaptureDeps, 'vendorScriptHost'>

/** Nothing but its own document is served where a capture's script is at home, and that document nowhere else. */
export const keepScriptHostApart = ({ vendorScriptHost }: HostDeps) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const { host, pathname } = new URL(c.req.url)
    if (vendorScriptHost === undefined) return next()
    const attemptId = pathname.startsWith(PATH) ? pathname.slice(PATH.length) : ''
    const own = isId('attempt', attemptId) ? toScriptOrigin(vendorScriptHost, attemptId) : undefined
    const isOwn = own !== undefined && host === new URL(own).host
    if (isScriptHost(vendorScriptHost, host) ? !isOwn : attemptId !== '') throw new AppError('NOT_FOUND')
    return next()
  })

interface VendorScriptRoutesDeps extends PagePolicyDeps, EdgeDeps {
  publicUrl: string
  /** What runs in the frame: it takes the capture's step from the page around and starts the vendor's script. */
  scriptFrameJs: string
}

/**
 * The document a vendor's script runs in, at an origin that is this one capture's: no tenant's script is at home where
 * all tenants' links are, nor where another capture's is. It can read neither the page around, nor another window's
 * address, nor anything kept. The page around hands it the step of this one capture; a token never comes here.
 */
export const vendorScriptRoutes = (deps: VendorScriptRoutesDeps) => {
  const { origin: home } = new URL(deps.publicUrl)
  // Inside a script element only its end tag means anything to HTML.
  const script = deps.scriptFrameJs.replaceAll('</script', '<\\/script')
  const hash = createHash('sha256').update(script).digest('base64')
  const html = `<!doctype html>
<html lang="en">
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="visavis-home" content="${home}" />
<title>Visavis</title>
<div id="vendor"></div>
<script>${script}</script>
</html>
`
  return new Hono<AppEnv>().get('/:attemptId', limitAddress<AppEnv>(deps), async (c) => {
    const attemptId = c.req.param('attemptId')
    const policy = isId('attempt', attemptId) ? await readScriptPolicy(deps, attemptId) : undefined
    if (!policy) throw new AppError('NOT_FOUND')
    const ancestors = [home, ...(await deps.database.linkJourneys.findFrameOrigins(attemptId))]
    c.header('Content-Security-Policy', toScriptPolicy(hash, ancestors, policy))
    c.header('Cache-Control', 'no-cache')
    return c.html(html)
  })
}
