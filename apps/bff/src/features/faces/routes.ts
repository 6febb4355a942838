import { listOf } from '@visavis/shared/answers'
import { AppError } from '@visavis/shared/errors'
import { exportQuery } from '@visavis/shared/exports'
import { faceSchema, faceSettingsSchema } from '@visavis/shared/face-answers'
import { addFaceSchema, updateFaceSchema } from '@visavis/shared/faces-api'
import { isId } from '@visavis/shared/ids'
import { listFacesSchema } from '@visavis/shared/lists-api'
import { readinessSchema } from '@visavis/shared/partner-answers'
import { decideReviewSchema, reviewSchema } from '@visavis/shared/reviews'
import * as z from 'zod'
import { EXAMPLE_IMAGE } from '../../http/example-values.ts'
import { pageSchema } from '../../http/page-schema.ts'
import { partnerEndpoint, roomForPictures } from '../../http/partner-endpoint.ts'
import { toListView } from '../../http/view-parts.ts'
import { toCredentialActor } from '../audit/index.ts'
import { answerList, pageOrFileOf } from '../exports/index.ts'
import { toDecision, toReviewView } from '../reviews/index.ts'
import { addFace } from './add-face.ts'
import { deleteFace } from './delete-face.ts'
import type { FacesDeps } from './deps.ts'
import {
  FACE_COLUMNS,
  toActivationView,
  toFaceSettingsView,
  toFaceView,
  toReadinessView,
} from './face-views.ts'
import type { Face } from './faces-repo.ts'
import { readVendorFaceSettings } from './manage-vendor-face.ts'
import { addFaceFormSchema, readAddFace } from './read-add-face.ts'
import { listFaces, listNewestFaces, readFace } from './read-faces.ts'
import { readReadiness } from './read-readiness.ts'
import { readReviews } from './read-reviews.ts'
import { reviewFace } from './review-face.ts'
import { updateFace } from './update-face.ts'

const faces = { tag: 'Faces' } as const

const toReviewedView = async ({ database, publicUrl }: FacesDeps, face: Face) => {
  const reviews = await readReviews(database, face.tenantId, [face])
  return toFaceView(publicUrl, face, reviews.get(face.id))
}

/** The faces on file of an applicant. */
export const FACE_ENDPOINTS = [
  partnerEndpoint(
    {
      ...faces,
      method: 'post',
      path: '/applicants/{applicantId}/faces',
      id: 'addFace',
      audit: { action: 'face.add', subject: 'id' },
      scope: 'face:add',
      summary: 'Add a face',
      description:
        'From exactly one of: a picture, an earlier approved attempt, a reference kept by a provider, a vendor that makes one.',
      body: addFaceSchema,
      example: { image: EXAMPLE_IMAGE },
      otherBodies: { 'multipart/form-data': addFaceFormSchema },
      ...roomForPictures(1),
      answers: { 201: { description: 'The face', schema: faceSchema } },
      errors: [
        'APPLICANT_ANONYMIZED',
        'FACE_LIMIT_REACHED',
        'IMAGE_TOO_LARGE',
        'IMAGE_TYPE_UNSUPPORTED',
        'IMAGE_REFUSED',
        'VENDOR_ACCESS_REFUSED',
        'PROVIDER_UNAVAILABLE',
      ],
    },
    async (deps: FacesDeps, { c, tenantId, params }) => {
      const { face, activation } = await addFace(deps, { tenantId, ...params }, await readAddFace(c))
      return { ...toFaceView(deps.publicUrl, face), ...toActivationView(activation) }
    },
  ),
  partnerEndpoint(
    {
      ...faces,
      method: 'get',
      path: '/applicants/{applicantId}/faces',
      id: 'listFaces',
      scope: 'face:view',
      summary: 'List faces, oldest first',
      query: pageSchema,
      answers: { 200: { description: 'A page of faces', schema: listOf(faceSchema) } },
    },
    async (deps: FacesDeps, { tenantId, params: { applicantId }, query }) => {
      const rows = await listFaces(deps, tenantId, applicantId, query)
      const reviews = await readReviews(deps.database, tenantId, rows.rows)
      const path = `${deps.publicUrl}/applicants/${applicantId}/faces`
      return toListView(path, rows, query, (face) => toFaceView(deps.publicUrl, face, reviews.get(face.id)))
    },
  ),
  partnerEndpoint(
    {
      ...faces,
      method: 'get',
      path: '/faces',
      id: 'listNewestFaces',
      scope: 'face:view',
      summary: 'List faces of all applicants, newest first',
      query: listFacesSchema.extend(exportQuery),
      exports: 'face.export',
      answers: { 200: { description: 'A page of faces', ...pageOrFileOf(faceSchema) } },
      errors: ['EXPORT_LIMIT_REACHED'],
    },
    async (deps: FacesDeps, { c, tenantId, query }) =>
      answerList(c, query, {
        path: `${deps.publicUrl}/faces`,
        list: async (page) => {
          const { rows, next } = await listNewestFaces(deps, tenantId, query, page)
          const reviews = await readReviews(deps.database, tenantId, rows)
          return { rows: rows.map((face) => ({ face, review: reviews.get(face.id) })), next }
        },
        toView: ({ face, review }) => toFaceView(deps.publicUrl, face, review),
        columns: FACE_COLUMNS,
      }),
  ),
  partnerEndpoint(
    {
      ...faces,
      method: 'get',
      path: '/applicants/{applicantId}/faces/{faceId}',
      id: 'getFace',
      scope: 'face:view',
      summary: 'Read a face',
      answers: { 200: { description: 'The face', schema: faceSchema } },
    },
    async (deps: FacesDeps, { tenantId, params }) =>
      toReviewedView(deps, await readFace(deps, tenantId, params.applicantId, params.faceId)),
  ),
  partnerEndpoint(
    {
      ...faces,
      method: 'patch',
      path: '/applicants/{applicantId}/faces/{faceId}',
      id: 'updateFace',
      audit: { action: 'face.update', subject: 'id' },
      scope: 'face:edit',
      summary: 'Disable a face, enable it again, or change when it expires',
      body: updateFaceSchema,
      example: { status: 'DISABLED' },
      answers: { 200: { description: 'The face', schema: faceSchema } },
      errors: [
        'FACE_STATUS_CONFLICT',
        'REVIEW_SECOND_PERSON_NEEDED',
        'VENDOR_ACCESS_REFUSED',
        'PROVIDER_UNAVAILABLE',
      ],
    },
    async (deps: FacesDeps, { tenantId, credentialId, params, body }) => {
      const reviewer = toCredentialActor(credentialId)
      return toReviewedView(deps, await updateFace(deps, tenantId, { ...params, reviewer }, body))
    },
  ),
  partnerEndpoint(
    {
      ...faces,
      method: 'post',
      path: '/applicants/{applicantId}/faces/{faceId}/review',
      id: 'reviewFace',
      audit: { action: 'face.review', subject: 'faceId' },
      scope: 'review',
      summary: 'Accept or refuse a face in REVIEW',
      description: 'One that is accepted becomes ACTIVE; one that is refused is deleted.',
      body: decideReviewSchema,
      example: { outcome: 'refused', reason_code: 'picture_unusable' },
      answers: { 200: { description: 'The review', schema: reviewSchema } },
      errors: ['REVIEW_NOT_PENDING', 'REVIEW_SECOND_PERSON_NEEDED', 'FACE_STATUS_CONFLICT'],
    },
    async (deps: FacesDeps, { tenantId, credentialId, params, body }) => {
      const reviewer = toCredentialActor(credentialId)
      return toReviewView(
        await reviewFace(deps, { tenantId, ...params, reviewer, decision: toDecision(body) }),
      )
    },
  ),
  partnerEndpoint(
    {
      ...faces,
      method: 'delete',
      path: '/applicants/{applicantId}/faces/{faceId}',
      id: 'deleteFace',
      audit: { action: 'face.delete', subject: 'faceId' },
      scope: 'face:remove',
      summary: 'Delete a face, its picture and its template',
      answers: { 204: { description: 'Gone' } },
    },
    async (deps: FacesDeps, { tenantId, params }) => deleteFace(deps, tenantId, params),
  ),
  partnerEndpoint(
    {
      ...faces,
      method: 'get',
      path: '/applicants/{applicantId}/face-settings',
      id: 'getFaceSettings',
      scope: 'face:view',
      summary: 'What a face upload must satisfy',
      query: z.object({ face_id: z.string().optional() }),
      answers: { 200: { description: 'The settings', schema: faceSettingsSchema } },
      errors: ['FACE_STATUS_CONFLICT', 'VENDOR_ACCESS_REFUSED', 'PROVIDER_UNAVAILABLE'],
    },
    async (deps: FacesDeps, { tenantId, params, query: { face_id: faceId = '' } }) => {
      const applicant = await deps.database.applicants.get(tenantId, params.applicantId)
      if (!applicant) throw new AppError('NOT_FOUND')
      const view = toFaceSettingsView(deps.publicUrl, applicant.id, deps.faceLifetimeDays)
      if (faceId === '') return view
      if (!isId('face', faceId)) throw new AppError('NOT_FOUND')
      const id = { tenantId, applicantId: applicant.id, faceId }
      return { ...view, vendor: await readVendorFaceSettings(deps, id) }
    },
  ),
  partnerEndpoint(
    {
      ...faces,
      method: 'get',
      path: '/applicants/{applicantId}/face-authentication-status',
      id: 'getReadiness',
      scope: 'face:view',
      summary: 'Whether there is a face to compare with',
      query: z.object({ user_journey_id: z.string().optional() }),
      answers: { 200: { description: 'The answer', schema: readinessSchema } },
    },
    async (deps: FacesDeps, { tenantId, params: { applicantId }, query: { user_journey_id: journeyId } }) => {
      if (journeyId && !isId('userJourney', journeyId)) {
        throw new AppError('REQUEST_INVALID', { errorCodes: ['user_journey_id__not_found'] })
      }
      const readiness = await readReadiness(deps, tenantId, applicantId, journeyId)
      return toReadinessView(deps.publicUrl, applicantId, readiness)
    },
  ),
]
