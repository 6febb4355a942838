import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { judgePicture, renderCapturePage } from '../kit/index.ts'
import { endSession, settle } from './end-session.ts'
import { IdenfyError } from './idenfy-error.ts'
import { judgeSelfie } from './judge-selfie.ts'
import type { Idenfy, Session } from './model.ts'
import { PAGE_SCRIPT } from './page-script.ts'
import { requireCaller } from './require-caller.ts'
import { notificationSchema } from './wire.ts'

/**
 * The hosted page at `/?token=…`, and what stands for the vendor's dashboard. What the page asks its server for, and
 * the calls under `dashboard`, are made up: the vendor publishes neither.
 */
export const pageRoutes = (idenfy: Idenfy) =>
  new Hono()
    .get('/', (c) => c.html(renderCapturePage({ title: 'iDenfy sandbox', script: PAGE_SCRIPT })))
    .get('/client/:token', (c) => {
      findOpen(idenfy, c.req.param('token'))
      return c.json({})
    })
    .post('/client/:token/selfie', async (c) => {
      const session = findOpen(idenfy, c.req.param('token'))
      const bytes = new Uint8Array(await c.req.arrayBuffer())
      if (judgePicture(bytes) !== undefined) throw new IdenfyError(400, 'Not a picture', 'BAD_VALUE')
      session.selfie = bytes
      const { status, failReason, isText } = await judgeSelfie(idenfy, session, bytes)
      endSession(idenfy, session, status, failReason)
      // "APPROVED" and "FAILED": the page's own vocabulary.
      return c.json({ status: status === 'SUCCESS' ? 'APPROVED' : status, isText })
    })
    .post('/client/:token/cancel', (c) => {
      endSession(idenfy, findOpen(idenfy, c.req.param('token')), 'CANCELED')
      return c.json({})
    })
    .get('/photos/:token/FRONT.jpg', (c) => {
      const selfie = idenfy.sessions.get(c.req.param('token'))?.selfie
      if (!selfie || c.req.query('signature') !== 'sandbox') throw new IdenfyError(404, 'Not found')
      return c.body(Uint8Array.from(selfie), 200, { 'Content-Type': 'image/jpeg' })
    })
    .use('/dashboard/*', requireCaller(idenfy))
    .put('/dashboard/webhook', async (c) => {
      idenfy.webhookUrl = notificationSchema.parse(await c.req.json()).url
      return c.body(null, 204)
    })
    .post('/dashboard/verifications', async (c) => {
      const face = new Uint8Array(await c.req.arrayBuffer())
      if (judgePicture(face) !== undefined) throw new IdenfyError(400, 'Not a picture', 'BAD_VALUE')
      const scanRef = randomUUID()
      idenfy.verifications.set(scanRef, { scanRef, clientId: c.req.query('clientId') ?? scanRef, face })
      return c.json({ scanRef }, 201)
    })

const findOpen = (idenfy: Idenfy, token: string): Session => {
  const session = idenfy.sessions.get(token)
  if (!session || settle(idenfy, session).status !== null) {
    throw new IdenfyError(400, 'The token is not valid', 'TOKEN_NOT_VALID')
  }
  return session
}
