import type { HttpBindings } from '@hono/node-server'
import { sniffImageType } from '@visavis/shared/image-type'
import { Hono } from 'hono'
import { requireSession } from './caller.ts'
import { findPicture } from './find-picture.ts'
import type { Yoti } from './model.ts'
import { YotiError } from './yoti-error.ts'

/** Pictures of a session, raw; 204 where the vendor may not hand them out. */
export const mediaRoutes = (yoti: Yoti) =>
  new Hono<{ Bindings: HttpBindings }>()
    .get('/:mediaId/content', async (c) => {
      const session = await requireSession(yoti, c)
      const picture = findPicture(session, c.req.param('mediaId'))
      if (!picture) throw new YotiError('MEDIA_CONTENT_NOT_FOUND')
      if (session.isMediaWithheld) return c.body(null, 204)
      const type = sniffImageType(picture.bytes) ?? 'application/octet-stream'
      return c.body(new Uint8Array(picture.bytes), 200, { 'Content-Type': type })
    })
    .delete('/:mediaId/content', async (c) => {
      const session = await requireSession(yoti, c)
      const mediaId = c.req.param('mediaId')
      if (!findPicture(session, mediaId)) throw new YotiError('MEDIA_CONTENT_NOT_FOUND')
      session.livenessCaptures = session.livenessCaptures.filter(({ picture }) => picture.id !== mediaId)
      if (session.faceCapture?.picture?.id === mediaId) delete session.faceCapture.picture
      return c.body(null, 204)
    })
