import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import * as z from 'zod'
import { requireAdmin } from './admin-routes.ts'
import { EntrustError } from './entrust-error.ts'
import { type Entrust, type Face, findFace, statusAt, type User } from './model.ts'
import { readBody } from './read-body.ts'

const LIFETIME_MS = 365 * 24 * 3_600_000

const webSchema = z.strictObject({ applicantId: z.string().optional(), workflowRunId: z.string().optional() })
/** `encryptedBiometricToken` is missing: the vendor does not publish its shape. */
const createSchema = webSchema.extend({
  deliverActivationEmail: z.boolean().optional(),
  returnQRCode: z.boolean().optional(),
})
const updateSchema = z.strictObject({
  status: z.enum(['ACTIVATING', 'ACTIVE', 'FAILED', 'EXPIRED', 'REVIEW', 'DISABLED']).optional(),
  expiry: z.iso.datetime({ offset: true }).optional(),
})

/** The face calls of the Administration API. `v1` and `v2` create alike, but `v1` knows the web flow only. */
export const faceRoutes = (entrust: Entrust) => {
  const { kit, faces, users, outbox } = entrust
  const getUser = (id: string): User => {
    const user = users.get(id)
    if (!user) throw new EntrustError(404, 'User not found')
    return user
  }
  const getFace = (id: string): Face => {
    const face = faces.get(id)
    if (!face) throw new EntrustError(404, 'Face not found')
    return face
  }
  const view = (face: Face) => ({
    id: face.id,
    ...(face.applicantId === undefined ? {} : { applicantId: face.applicantId }),
    status: statusAt(face, kit.clock.now()),
    expiry: face.expiry.toISOString(),
  })
  const create = (user: User, input: z.output<typeof createSchema>): Face => {
    if (findFace(entrust, user)) throw new EntrustError(409, 'The user has a face')
    const isMobile = input.deliverActivationEmail !== undefined || input.returnQRCode !== undefined
    const registration = entrust.registrations.get(input.workflowRunId ?? '')
    if (isMobile === (input.workflowRunId !== undefined)) throw new EntrustError(400, 'Web or mobile')
    if (!isMobile && registration?.applicantId !== input.applicantId) {
      throw new EntrustError(400, 'No such workflow run')
    }
    const created = kit.clock.now()
    const face: Face = {
      id: randomUUID(),
      serialNumber: `${randomUUID().slice(0, 5)}-${randomUUID().slice(0, 5)}`,
      userId: user.id,
      applicantId: input.applicantId,
      mobile: isMobile,
      status: kit.verdicts.take(user.id)?.face_status ?? (isMobile ? 'ACTIVATING' : 'ACTIVE'),
      created,
      expiry: new Date(created.getTime() + LIFETIME_MS),
      picture: registration?.picture,
    }
    faces.set(face.id, face)
    if (input.deliverActivationEmail) outbox.push(face.id)
    return face
  }

  return (
    new Hono()
      .use(requireAdmin(entrust))
      .post('/v1/users/:userid/face', async (c) =>
        c.json(view(create(getUser(c.req.param('userid')), await readBody(c, webSchema)))),
      )
      .post('/v2/users/:userid/face', async (c) => {
        const input = await readBody(c, createSchema)
        const face = create(getUser(c.req.param('userid')), input)
        const { serialNumber, mobile, created } = face
        const url = `${kit.origin}/portal/activate/${face.id}`
        return c.json({
          ...view(face),
          // Nothing is active before somebody looked at it.
          status: face.status === 'ACTIVE' ? 'ACTIVATING' : face.status,
          serialNumber,
          mobile,
          created: created.toISOString(),
          ...(mobile ? { activationUrl: url } : {}),
          ...(input.returnQRCode ? { activationQRCode: `sandbox-qr:${url}` } : {}),
        })
      })
      .get('/v1/users/:userid/faces', (c) => {
        const face = findFace(entrust, getUser(c.req.param('userid')))
        return c.json(face ? [view(face)] : [])
      })
      // Its fields are not published.
      .get('/v1/users/:userid/settings/face', (c) => {
        getUser(c.req.param('userid'))
        return c.json({ sandboxUnpublished: true })
      })
      .put('/v1/users/:userid/face', async (c) => {
        const { status, expiry } = await readBody(c, updateSchema)
        const face = findFace(entrust, getUser(c.req.param('userid')))
        if (!face) throw new EntrustError(404, 'Face not found')
        if (status) face.status = status
        if (expiry) face.expiry = new Date(expiry)
        return c.body(null, 200)
      })
      .put('/v1/face/:faceid/activation', (c) => {
        const face = getFace(c.req.param('faceid'))
        if (!face.mobile || face.status !== 'ACTIVATING') throw new EntrustError(409, 'Nothing to activate')
        outbox.push(face.id)
        return c.body(null, 200)
      })
      .delete('/v1/face/:faceid', (c) => {
        faces.delete(getFace(c.req.param('faceid')).id)
        return c.body(null, 200)
      })
  )
}
