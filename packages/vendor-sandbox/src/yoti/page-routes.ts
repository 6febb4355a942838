import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { judgePicture, renderCapturePage } from '../kit/index.ts'
import { requireClient } from './caller.ts'
import type { Yoti } from './model.ts'
import { PAGE_SCRIPT } from './page-script.ts'
import { lacksReference } from './session-state.ts'
import { takeSelfie } from './take-selfie.ts'
import { YotiError } from './yoti-error.ts'

/**
 * The hosted page. What it asks its server for is the vendor's own affair and not published: the calls under `client`
 * are made up, and nothing but this page uses them.
 */
export const pageRoutes = (yoti: Yoti) =>
  new Hono<{ Bindings: HttpBindings }>()
    .get('/index.html', (c) => c.html(renderCapturePage({ title: 'Yoti sandbox', script: PAGE_SCRIPT })))
    .get('/client/:sessionId', (c) => {
      const session = requireClient(yoti, c)
      if (session.isCaptured) throw new YotiError('SESSION_LOCKED')
      if (lacksReference(session)) throw new YotiError('SESSION_NOT_READY')
      const { success_url, error_url } = session.spec.sdk_config ?? {}
      return c.json({ success_url, error_url })
    })
    .post('/client/:sessionId/selfie', async (c) => {
      const session = requireClient(yoti, c)
      if (session.isCaptured) throw new YotiError('SESSION_LOCKED')
      if (lacksReference(session)) throw new YotiError('SESSION_NOT_READY')
      const bytes = new Uint8Array(await c.req.arrayBuffer())
      if (judgePicture(bytes) !== undefined) throw new YotiError('PAYLOAD_VALIDATION')
      return c.json(await takeSelfie(yoti, session, bytes))
    })
