import { activateFaceSchema, createFaceEnrollmentSchema } from '@visavis/shared/faces-api'
import { Hono } from 'hono'
import type { PartnerEnv } from '../../../http/env.ts'
import { readJson } from '../../../http/read-json.ts'
import { requireScope } from '../../../http/require-scope.ts'
import type { FacesDeps } from '../deps.ts'
import { toFaceEnrollmentView } from '../face-views.ts'
import { activateVendorFace } from '../manage-vendor-face.ts'
import { activateFace } from './activate-face.ts'
import { createFaceEnrollment } from './create-face-enrollment.ts'
import { readFaceEnrollment } from './read-face-enrollment.ts'
import { toQrCode } from './to-qr-code.ts'

/** What is below `/applicants/{id}` and lets a person give a face its picture. */
export const faceEnrollmentRoutes = (deps: FacesDeps) => {
  const { publicUrl } = deps
  return new Hono<PartnerEnv>()
    .post('/:applicantId/face-enrollments', requireScope('face:add'), async (c) => {
      const body = await readJson(c, createFaceEnrollmentSchema)
      const owner = { tenantId: c.get('tenantId'), applicantId: c.req.param('applicantId') }
      const { verificationUrl, ...rows } = await createFaceEnrollment(deps, { ...owner, ...body })
      const view = toFaceEnrollmentView(publicUrl, rows, verificationUrl)
      return c.json(body.qr_code ? { ...view, qr_code: await toQrCode(verificationUrl) } : view, 201)
    })
    .get('/:applicantId/face-enrollments/:enrollmentId', requireScope('face:view'), async (c) => {
      const { applicantId, enrollmentId } = c.req.param()
      const rows = await readFaceEnrollment(deps, c.get('tenantId'), applicantId, enrollmentId)
      return c.json(toFaceEnrollmentView(publicUrl, rows))
    })
    .post('/:applicantId/faces/:faceId/activation', requireScope('face:add'), async (c) => {
      const body = await readJson(c, activateFaceSchema)
      const id = { tenantId: c.get('tenantId'), ...c.req.param() }
      if (await activateVendorFace(deps, id)) return c.body(null, 202)
      const { verificationUrl, ...rows } = await activateFace(deps, c.get('tenantId'), c.req.param(), body)
      return c.json(toFaceEnrollmentView(publicUrl, rows, verificationUrl), 201)
    })
}
