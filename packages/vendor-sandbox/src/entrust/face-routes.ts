import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import * as z from 'zod'
import { requireAdmin, requirePermission } from './admin-routes.ts'
import { EntrustError } from './entrust-error.ts'
import { type Entrust, type Face, findFace, statusAt, type User } from './model.ts'
import { readBody } from './read-body.ts'

const LIFETIME_MS = 365 * 24 * 3_600_000

/** `FaceCreateParms`, of both versions. All is optional, `{}` is legal; the token's shape is not published. */
const createSchema = z.strictObject({
  applicantId: z.string().optional(),
  workflowRunId: z.string().optional(),
  deliverActivationEmail: z.boolean().optional(),
  returnQRCode: z.boolean().optional(),
  encryptedBiometricToken: z.unknown().optional(),
})
const updateSchema = z.strictObject({
  status: z.enum(['ACTIVATING', 'ACTIVE', 'FAILED', 'EXPIRED', 'REVIEW', 'DISABLED']).optional(),
  expiry: z.iso.datetime({ offset: true }).optional(),
})

/** The face calls of the Administration API. `v1` and `v2` create alike and answer differently. */
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
  /** By either of its ids, or both. `undefined`: neither was given. */
  const findRegistration = ({ applicantId, workflowRunId }: z.output<typeof createSchema>) => {
    if (applicantId === undefined && workflowRunId === undefined) return undefined
    const found =
      workflowRunId === undefined
        ? entrust.registrations.find((each) => each.applicantId === applicantId)
        : entrust.registrations.get(workflowRunId)
    const isSame = applicantId === undefined || found?.applicantId === applicantId
    if (!found || !isSame) throw new EntrustError(400, 'No such registration')
    return found
  }
  const create = (user: User, input: z.output<typeof createSchema>): Face => {
    if (findFace(entrust, user)) throw new EntrustError(409, 'The user has a face')
    // Generated clients send the flags as false beside web ids: what is true decides.
    const isMobile = input.deliverActivationEmail === true || input.returnQRCode === true
    const isWeb = input.workflowRunId !== undefined || input.applicantId !== undefined
    if (isMobile && isWeb) throw new EntrustError(400, 'Web or mobile')
    const registration = findRegistration(input)
    const created = kit.clock.now()
    const face: Face = {
      id: randomUUID(),
      serialNumber: `${randomUUID().slice(0, 5)}-${randomUUID().slice(0, 5)}`,
      userId: user.id,
      applicantId: input.applicantId ?? registration?.applicantId,
      mobile: isMobile,
      // Of nothing that is registered yet, it waits.
      status: kit.verdicts.take(user.id)?.face_status ?? (registration ? 'ACTIVE' : 'ACTIVATING'),
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
      .post('/:version/users/:userid/face', requirePermission(entrust, 'FACE:ADD'))
      .get('/v1/users/:userid/faces', requirePermission(entrust, 'FACE:VIEW'))
      .get('/v1/users/:userid/settings/face', requirePermission(entrust, 'FACE:VIEW'))
      .put('/v1/users/:userid/face', requirePermission(entrust, 'FACE:EDIT'))
      .put('/v1/face/:faceid/activation', requirePermission(entrust, 'FACE:ADD'))
      .delete('/v1/face/:faceid', requirePermission(entrust, 'FACE:REMOVE'))
      .post('/v1/users/:userid/face', async (c) =>
        c.json(view(create(getUser(c.req.param('userid')), await readBody(c, createSchema)))),
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
