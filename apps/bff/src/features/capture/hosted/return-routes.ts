import { Hono } from 'hono'
import type { AppEnv } from '../../../http/env.ts'
import { type EdgeDeps, limitAddress } from '../../../http/rate-limit.ts'
import type { CaptureDeps } from '../deps.ts'
import { completeReturn } from './complete-return.ts'

/** Where vendors' pages send the browser back to. Whatever they add to the address is not looked at. */
export const returnRoutes = (deps: CaptureDeps & EdgeDeps) =>
  new Hono<AppEnv>().use(limitAddress<AppEnv>(deps)).get('/:state', async (c) => {
    // A scanner of links that only looks (RFC 9110 §9.3.2) must not use up the way back.
    if (c.req.method === 'HEAD') return c.body(null, 204)
    const location = await completeReturn(deps, c.req.param('state'))
    c.header('Cache-Control', 'no-store')
    // 303: the page that follows is got, whatever brought the browser here (RFC 9110 §15.4.4).
    return c.redirect(location, 303)
  })
