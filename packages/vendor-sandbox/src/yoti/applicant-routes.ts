import { randomUUID } from 'node:crypto'
import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { requireApp } from './caller.ts'
import { findPicture } from './find-picture.ts'
import type { Yoti, YotiApplicant } from './model.ts'
import { readBase64Picture, readBody } from './read-body.ts'
import { toTime } from './session-views.ts'
import { addFaceSchema, createApplicantSchema } from './wire.ts'
import { YotiError } from './yoti-error.ts'

/** Faces that stay until they are deleted; one each. The vendor publishes no reading, listing or changing of them. */
export const applicantRoutes = (yoti: Yoti) => {
  const find = (id: string): YotiApplicant => {
    const applicant = yoti.applicants.get(id)
    if (!applicant) throw new YotiError({ unpublished: 404 })
    return applicant
  }
  const addFace = async (applicant: YotiApplicant, bytes: Uint8Array): Promise<string> => {
    if (applicant.face || (await yoti.kit.faces.findProblem(bytes)) !== undefined)
      throw new YotiError({ unpublished: 422 })
    applicant.face = { id: randomUUID(), bytes }
    return applicant.face.id
  }

  return new Hono<{ Bindings: HttpBindings }>()
    .post('/', async (c) => {
      await requireApp(yoti, c)
      const { face } = await readBody(c, createApplicantSchema)
      const applicant: YotiApplicant = { id: randomUUID(), createdOn: yoti.kit.clock.now(), face: null }
      if (face) await addFace(applicant, readBase64Picture(face.data))
      yoti.applicants.set(applicant.id, applicant)
      const created = toTime(applicant.createdOn)
      const faces = applicant.face ? [{ id: applicant.face.id }] : []
      return c.json(
        { id: applicant.id, created_at: created, last_updated: created, faces: { faces }, pools: [] },
        201,
      )
    })
    .post('/:applicantId/faces', async (c) => {
      await requireApp(yoti, c)
      const applicant = find(c.req.param('applicantId'))
      const { face } = await readBody(c, addFaceSchema)
      const bytes =
        'data' in face
          ? readBase64Picture(face.data)
          : copyOf(yoti, face.source.session_id, face.source.media_id)
      return c.json({ id: await addFace(applicant, bytes) }, 201)
    })
    .delete('/:applicantId', async (c) => {
      await requireApp(yoti, c)
      yoti.applicants.delete(find(c.req.param('applicantId')).id)
      return c.body(null, 204)
    })
    .delete('/:applicantId/faces/:faceId', async (c) => {
      await requireApp(yoti, c)
      const applicant = find(c.req.param('applicantId'))
      if (applicant.face?.id !== c.req.param('faceId')) throw new YotiError({ unpublished: 404 })
      applicant.face = null
      return c.body(null, 204)
    })
}

/** Of a session that still exists. */
const copyOf = ({ sessions }: Yoti, sessionId: string, mediaId: string): Uint8Array => {
  const session = sessions.get(sessionId)
  const picture = session && findPicture(session, mediaId)
  if (!picture) throw new YotiError({ unpublished: 422 })
  return picture.bytes
}
