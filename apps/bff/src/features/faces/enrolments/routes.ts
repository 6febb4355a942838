import { faceEnrollmentSchema } from '@visavis/shared/face-answers'
import { activateFaceSchema, createFaceEnrollmentSchema } from '@visavis/shared/faces-api'
import { withStatus } from '../../../http/endpoint.ts'
import { EXAMPLE_USER_JOURNEY_ID } from '../../../http/example-values.ts'
import { partnerEndpoint } from '../../../http/partner-endpoint.ts'
import type { FacesDeps } from '../deps.ts'
import { toFaceEnrollmentView } from '../face-views.ts'
import { activateVendorFace } from '../manage-vendor-face.ts'
import { activateFace } from './activate-face.ts'
import { createFaceEnrollment } from './create-face-enrollment.ts'
import { readFaceEnrollment } from './read-face-enrollment.ts'
import { toQrCode } from './to-qr-code.ts'

const faces = { tag: 'Faces' } as const

/** What lets a person give a face its picture. */
export const FACE_ENROLLMENT_ENDPOINTS = [
  partnerEndpoint(
    {
      ...faces,
      method: 'post',
      path: '/applicants/{applicantId}/face-enrollments',
      id: 'createFaceEnrollment',
      audit: { action: 'face_enrollment.create', subject: 'id' },
      scope: 'face:add',
      summary: 'Get a link by which the person gives a face',
      body: createFaceEnrollmentSchema,
      example: { redirect_url: 'https://shop.example/back', user_journey_id: EXAMPLE_USER_JOURNEY_ID },
      answers: { 201: { description: 'The enrolment, with its link', schema: faceEnrollmentSchema } },
      errors: [
        'APPLICANT_ANONYMIZED',
        'FACE_LIMIT_REACHED',
        'LIVENESS_UNAVAILABLE',
        'MAIL_NOT_CONFIGURED',
        'MAIL_UNAVAILABLE',
      ],
    },
    async (deps: FacesDeps, { tenantId, params, body }) => {
      const { verificationUrl, ...rows } = await createFaceEnrollment(deps, { tenantId, ...params, ...body })
      const view = toFaceEnrollmentView(deps.publicUrl, rows, verificationUrl)
      return body.qr_code ? { ...view, qr_code: await toQrCode(verificationUrl) } : view
    },
  ),
  partnerEndpoint(
    {
      ...faces,
      method: 'get',
      path: '/applicants/{applicantId}/face-enrollments/{enrollmentId}',
      id: 'getFaceEnrollment',
      scope: 'face:view',
      summary: 'Read an enrolment',
      answers: { 200: { description: 'The enrolment', schema: faceEnrollmentSchema } },
    },
    async (deps: FacesDeps, { tenantId, params }) => {
      const rows = await readFaceEnrollment(deps, tenantId, params.applicantId, params.enrollmentId)
      return toFaceEnrollmentView(deps.publicUrl, rows)
    },
  ),
  partnerEndpoint(
    {
      ...faces,
      method: 'post',
      path: '/applicants/{applicantId}/faces/{faceId}/activation',
      id: 'activateFace',
      audit: { action: 'face.activate', subject: 'faceId' },
      scope: 'face:add',
      summary: 'Send the person another link by e-mail',
      body: activateFaceSchema,
      example: { redirect_url: 'https://shop.example/back' },
      answers: {
        201: { description: 'The new enrolment, with its link', schema: faceEnrollmentSchema },
        202: { description: 'A vendor keeps the face, and sends the person its own message' },
      },
      errors: [
        'VENDOR_ACCESS_REFUSED',
        'PROVIDER_UNAVAILABLE',
        'APPLICANT_ANONYMIZED',
        'FACE_STATUS_CONFLICT',
        'LIVENESS_UNAVAILABLE',
        'MAIL_NOT_CONFIGURED',
        'MAIL_UNAVAILABLE',
      ],
    },
    async (deps: FacesDeps, { tenantId, params, body }) => {
      if (await activateVendorFace(deps, { tenantId, ...params })) return withStatus(202, undefined)
      const { verificationUrl, ...rows } = await activateFace(deps, tenantId, params, body)
      return withStatus(201, toFaceEnrollmentView(deps.publicUrl, rows, verificationUrl))
    },
  ),
]
