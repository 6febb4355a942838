import { AppError } from '@visavis/shared/errors'
import { updateFaceSchema } from '@visavis/shared/faces-api'
import { isId } from '@visavis/shared/ids'
import { Hono } from 'hono'
import type { PartnerEnv } from '../../http/env.ts'
import { readJson } from '../../http/read-json.ts'
import { readPage } from '../../http/read-page.ts'
import { requireScope } from '../../http/require-scope.ts'
import { toListView } from '../../http/view-parts.ts'
import { addFaceFromAttempt } from './add-face-from-attempt.ts'
import { addVendorFace } from './add-vendor-face.ts'
import { type CreatedFace, createFaceAtVendor } from './create-face-at-vendor.ts'
import { deleteFace } from './delete-face.ts'
import type { FacesDeps } from './deps.ts'
import { enrolFace } from './enrol-face.ts'
import { toActivationView, toFaceSettingsView, toFaceView, toReadinessView } from './face-views.ts'
import { readVendorFaceSettings } from './manage-vendor-face.ts'
import { type AddFaceInput, readAddFace } from './read-add-face.ts'
import { listFaces, readFace } from './read-faces.ts'
import { readReadiness } from './read-readiness.ts'
import { updateFace } from './update-face.ts'

/** What is below `/applicants/{id}` and concerns the faces on file. */
export const faceRoutes = (deps: FacesDeps) => {
  const { publicUrl } = deps
  return new Hono<PartnerEnv>()
    .post('/:applicantId/faces', requireScope('face:add'), async (c) => {
      const owner = { tenantId: c.get('tenantId'), applicantId: c.req.param('applicantId') }
      const { face, activation } = await addFace(deps, owner, await readAddFace(c))
      return c.json({ ...toFaceView(publicUrl, face), ...toActivationView(activation) }, 201)
    })
    .get('/:applicantId/faces', requireScope('face:view'), async (c) => {
      const page = readPage(c.req.query())
      const applicantId = c.req.param('applicantId')
      const faces = await listFaces(deps, c.get('tenantId'), applicantId, page)
      const path = `${publicUrl}/applicants/${applicantId}/faces`
      return c.json(toListView(path, faces, page, (face) => toFaceView(publicUrl, face)))
    })
    .get('/:applicantId/faces/:faceId', requireScope('face:view'), async (c) => {
      const { applicantId, faceId } = c.req.param()
      return c.json(toFaceView(publicUrl, await readFace(deps, c.get('tenantId'), applicantId, faceId)))
    })
    .patch('/:applicantId/faces/:faceId', requireScope('face:edit'), async (c) => {
      const input = await readJson(c, updateFaceSchema)
      const face = await updateFace(deps, c.get('tenantId'), c.req.param(), input)
      return c.json(toFaceView(publicUrl, face))
    })
    .delete('/:applicantId/faces/:faceId', requireScope('face:remove'), async (c) => {
      await deleteFace(deps, c.get('tenantId'), c.req.param())
      return c.body(null, 204)
    })
    .get('/:applicantId/face-settings', requireScope('face:view'), async (c) => {
      const applicant = await deps.database.applicants.get(c.get('tenantId'), c.req.param('applicantId'))
      if (!applicant) throw new AppError('NOT_FOUND')
      const id = {
        tenantId: c.get('tenantId'),
        applicantId: applicant.id,
        faceId: c.req.query('face_id') ?? '',
      }
      const view = toFaceSettingsView(publicUrl, applicant.id, deps.faceLifetimeDays)
      if (id.faceId === '') return c.json(view)
      if (!isId('face', id.faceId)) throw new AppError('NOT_FOUND')
      return c.json({ ...view, vendor: await readVendorFaceSettings(deps, id) })
    })
    .get('/:applicantId/face-authentication-status', requireScope('face:view'), async (c) => {
      const applicantId = c.req.param('applicantId')
      const journeyId = c.req.query('user_journey_id')
      if (journeyId && !isId('userJourney', journeyId)) {
        throw new AppError('REQUEST_INVALID', { errorCodes: ['user_journey_id__not_found'] })
      }
      const readiness = await readReadiness(deps, c.get('tenantId'), applicantId, journeyId)
      return c.json(toReadinessView(publicUrl, applicantId, readiness))
    })
}

type AddedFace = Pick<CreatedFace, 'face'> & Partial<CreatedFace>

const addFace = async (
  deps: FacesDeps,
  owner: { tenantId: string; applicantId: string },
  { source, provider, expiresOn }: AddFaceInput,
): Promise<AddedFace> => {
  const shared = { ...owner, provider, expiresOn }
  switch (source.kind) {
    case 'image':
      return { face: await enrolFace(deps, { ...shared, image: source.image }) }
    case 'attempt':
      return { face: await addFaceFromAttempt(deps, { ...shared, attemptId: source.attemptId }) }
    case 'vendor':
      return { face: await addVendorFace(deps, { ...shared, vendorReference: source.vendorReference }) }
    case 'at-vendor':
      return createFaceAtVendor(deps, { ...shared, atVendor: source.atVendor, image: source.image })
  }
}
