import type { CaptureSession } from '@visavis/shared/capture-api'
import { Hono } from 'hono'
import type { AppEnv } from '../../../http/env.ts'
import { type EdgeDeps, limitAddress } from '../../../http/rate-limit.ts'
import {
  EMBEDDABLE,
  openPolicy,
  setHeaders,
  toFramePolicy,
  toPermissions,
} from '../../../http/security-headers.ts'
import { type PagePolicyDeps, readPageNeeds } from '../hosted/read-page-policy.ts'
import { choosePage, isLinkId, nameEngine, toPageModes } from './page-modes.ts'
import { findRefusedOrigin, refuseFrame } from './refused-frame.ts'

/** As the build writes it; the page reads from it whose messages it may listen to. */
const ORIGINS_SLOT = '<meta name="visavis-frame-origins" content="" />'

interface FrameRoutesDeps extends PagePolicyDeps, EdgeDeps {
  html: string
  publicUrl: string
  engine: CaptureSession['engine']
}

/**
 * The page for frames. Who may frame it, the journey says; the id in the path finds the journey, because the token in
 * the fragment never comes here. An unknown id gets the very answer of one whose journey allows nobody.
 * @throws Error when the built page has no place for the origins
 */
export const frameRoutes = (deps: FrameRoutesDeps) => {
  const { html, database } = deps
  if (!html.includes(ORIGINS_SLOT)) throw new Error('frame.html has no place for its origins')
  const pages = toPageModes(html)
  const ownOrigin = new URL(deps.publicUrl).origin
  return new Hono<AppEnv>().get('/:captureId', limitAddress(deps), async (c) => {
    const captureId = c.req.param('captureId')
    const isLink = isLinkId(captureId)
    const origins = isLink ? await database.linkJourneys.findFrameOrigins(captureId) : []
    c.header('Cache-Control', 'no-cache')
    c.header('Vary', 'Sec-Fetch-Dest, Referer')
    const refused = findRefusedOrigin(c, origins, ownOrigin)
    if (refused !== undefined) return refuseFrame(c, refused)
    const { vendor, takesPicture } = await readPageNeeds(deps, captureId)
    const page = await choosePage(deps, pages, captureId)
    c.header('Content-Security-Policy', openPolicy(toFramePolicy(page.policy, origins), vendor))
    c.header('Permissions-Policy', toPermissions(vendor))
    if (origins.length > 0 && vendor.frames.length === 0) setHeaders(c, EMBEDDABLE)
    // Origins are letters, digits and `:/.-[]`: nothing that HTML would read otherwise.
    const framed = page.html.replace(ORIGINS_SLOT, ORIGINS_SLOT.replace('""', `"${origins.join(' ')}"`))
    // Where nobody may frame it, it says no more than for an unknown id.
    const mayCapture = takesPicture && page.isOpen && origins.length > 0
    return c.html(mayCapture ? await nameEngine(framed, deps.engine.files) : framed)
  })
}
