import { ABORT_REASONS, abortSchema, type CaptureSession, stepSchema } from '@visavis/shared/capture-api'
import { AppError } from '@visavis/shared/errors'
import { MAX_IMAGE_BYTES } from '@visavis/shared/limits'
import { PICTURE_QUALITY_HEADER } from '@visavis/shared/picture-quality'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { readClientAddress } from '../../http/client-address.ts'
import type { EdgeDeps } from '../../http/rate-limit.ts'
import { readJson } from '../../http/read-json.ts'
import { smallBody } from '../../http/small-body.ts'
import type { CaptureDeps } from './deps.ts'
import type { CaptureEnv } from './env.ts'
import { giveConsent } from './give-consent.ts'
import { completeHosted } from './hosted/complete-hosted.ts'
import { leaveCapture } from './leave-capture.ts'
import { openSession } from './open-session.ts'
import { readNext } from './read-next.ts'
import { readPictureQuality } from './read-picture-quality.ts'
import { captureToken } from './require-capture-token.ts'
import { submitSelfie } from './submit-selfie.ts'

/** A signed result of a vendor's script; what its pages post is smaller. */
const stepBody = bodyLimit({
  maxSize: 64 * 1024,
  onError: () => {
    throw new AppError('BODY_TOO_LARGE')
  },
})

const emptyBody = () => new Blob([]).stream()

export interface CaptureRoutesDeps extends CaptureDeps, EdgeDeps {
  engine: CaptureSession['engine']
}

/** What the page of an open link calls, with its capture token. */
export const captureRoutes = (deps: CaptureRoutesDeps) => {
  const routes = new Hono<CaptureEnv>()
  routes.use(captureToken(deps))
  return routes
    .get('/session', async (c) => {
      const ipAddress = readClientAddress(c, deps.trustedProxies ?? 0) ?? null
      const session = await openSession(deps, c.get('subject'), ipAddress)
      return c.json({ ...session, engine: deps.engine } satisfies CaptureSession)
    })
    .post('/consent', smallBody, async (c) => c.json(await giveConsent(deps, c.get('subject'))))
    .put('/selfie', async (c) => {
      // A length over the limit is refused before the body comes; one that lies is stopped on the way.
      const announced = c.req.header('content-length')
      const length = announced && /^\d+$/.test(announced) ? Number(announced) : undefined
      if (length !== undefined && length > MAX_IMAGE_BYTES) throw new AppError('IMAGE_TOO_LARGE')
      const quality = readPictureQuality(c.req.header(PICTURE_QUALITY_HEADER))
      const body = c.env?.incoming ?? c.req.raw.body ?? emptyBody()
      return c.json(await submitSelfie(deps, c.get('subject'), { body, length, quality }))
    })
    .get('/next', async (c) => c.json(await readNext(deps, c.get('subject'))))
    .post('/step', stepBody, async (c) => {
      const { handed } = await readJson(c, stepSchema)
      return c.json(await completeHosted(deps, c.get('subject'), handed))
    })
    .post('/abort', smallBody, async (c) => {
      const { reason } = await readJson(c, abortSchema)
      const code = ABORT_REASONS[reason]
      return c.json(await leaveCapture(deps, c.get('subject'), 'capture_aborted', code))
    })
    .post('/refuse', smallBody, async (c) =>
      c.json(await leaveCapture(deps, c.get('subject'), 'capture_refused', 63001)),
    )
}
