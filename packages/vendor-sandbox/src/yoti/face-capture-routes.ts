import { randomUUID } from 'node:crypto'
import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { requireSession, type YotiContext } from './caller.ts'
import type { FaceCapture, Yoti, YotiSession } from './model.ts'
import { notify } from './notify.ts'
import { assertPicture, readBody } from './read-body.ts'
import { stateOfSession } from './session-state.ts'
import { attachApplicantSchema, createFaceCaptureSchema } from './wire.ts'
import { YotiError } from './yoti-error.ts'

const PART = 'binary-content'
/** The vendor's Node client sends `image/jpg`. */
const PART_TYPES = ['image/png', 'image/jpg', 'image/jpeg']

/**
 * The reference of a session: a resource, then a picture or an applicant in it. Whether either can be replaced is not
 * published: the same again is taken (PUT is idempotent, RFC 9110 §9.2.2), one in place of the other is not.
 */
export const faceCaptureRoutes = (yoti: Yoti) => {
  const now = () => yoti.kit.clock.now()

  const requireOpen = async (c: YotiContext): Promise<YotiSession> => {
    const session = await requireSession(yoti, c)
    const state = stateOfSession(session, now())
    if (state === 'EXPIRED') throw new YotiError('SESSION_EXPIRED')
    if (state === 'COMPLETED' || session.livenessCaptures.length > 0) throw new YotiError('SESSION_LOCKED')
    return session
  }
  const requireResource = async (c: YotiContext) => {
    const session = await requireOpen(c)
    if (session.faceCapture?.id !== c.req.param('resourceId')) throw new YotiError({ unpublished: 404 })
    return { session, resource: session.faceCapture as FaceCapture }
  }
  const fill = (session: YotiSession, resource: FaceCapture, bytes: Uint8Array, applicantId?: string) => {
    if (resource.picture && resource.applicantId !== applicantId) throw new YotiError({ unpublished: 422 })
    resource.picture = { id: randomUUID(), bytes, createdOn: now() }
    if (applicantId !== undefined) resource.applicantId = applicantId
    notify(yoti, session, 'RESOURCE_UPDATE', { resource_id: resource.id })
  }

  return new Hono<{ Bindings: HttpBindings }>()
    .post('/', async (c) => {
      const session = await requireOpen(c)
      const { requirement_id } = await readBody(c, createFaceCaptureSchema)
      if (requirement_id !== session.requirementIds.faceCapture || session.faceCapture)
        throw new YotiError('PAYLOAD_VALIDATION', [
          { property: 'requirement_id', message: 'not an open requirement' },
        ])
      session.faceCapture = { id: randomUUID() }
      return c.json({ id: session.faceCapture.id, frames: 1 }, 201)
    })
    .put('/:resourceId/image', async (c) => {
      const { session, resource } = await requireResource(c)
      fill(session, resource, await readPart(c))
      return c.body(null, 200)
    })
    .put('/:resourceId/applicant', async (c) => {
      const { session, resource } = await requireResource(c)
      const { applicant_id } = await readBody(c, attachApplicantSchema)
      const face = yoti.applicants.get(applicant_id)?.face
      // "The media cannot be processed": there is none.
      if (!face) throw new YotiError({ unpublished: 422 })
      fill(session, resource, face.bytes, applicant_id)
      return c.body(null, 200)
    })
}

const readPart = async (c: YotiContext): Promise<Uint8Array> => {
  const part = (await c.req.parseBody().catch(() => ({}) as Record<string, undefined>))[PART]
  if (!(part instanceof File) || !PART_TYPES.includes(part.type))
    throw new YotiError('PAYLOAD_VALIDATION', [{ property: PART, message: 'must be a JPEG or PNG file' }])
  return assertPicture(new Uint8Array(await part.arrayBuffer()), PART)
}
