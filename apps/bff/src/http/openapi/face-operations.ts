import { listOf } from '@visavis/shared/answers'
import { faceEnrollmentSchema, faceSchema, faceSettingsSchema } from '@visavis/shared/face-answers'
import {
  activateFaceSchema,
  addFaceSchema,
  createFaceEnrollmentSchema,
  updateFaceSchema,
} from '@visavis/shared/faces-api'
import { readinessSchema } from '@visavis/shared/partner-answers'
import * as z from 'zod'
import type { Operation } from './operation.ts'
import { pageSchema } from './page-schema.ts'

const faces = { tag: 'Faces', audience: 'partner' } as const

const picturePart = z.string().meta({
  description: 'A JPEG or PNG of at most 5 MB.',
  override: { type: 'string', contentMediaType: 'application/octet-stream' },
})
const addFaceFormSchema = addFaceSchema
  .pick({ provider: true, expires_on: true })
  .extend({ image: picturePart })

export const FACE_OPERATIONS: readonly Operation[] = [
  {
    ...faces,
    method: 'post',
    path: '/applicants/{applicantId}/faces',
    id: 'addFace',
    scope: 'face:add',
    summary: 'Add a face',
    description:
      'From exactly one of: a picture, an earlier approved attempt, a reference kept by a provider, a vendor that makes one.',
    body: addFaceSchema,
    otherBodies: { 'multipart/form-data': addFaceFormSchema },
    answers: { 201: { description: 'The face', schema: faceSchema } },
    errors: [
      'APPLICANT_ANONYMIZED',
      'FACE_LIMIT_REACHED',
      'IMAGE_TOO_LARGE',
      'IMAGE_TYPE_UNSUPPORTED',
      'IMAGE_REFUSED',
      'PROVIDER_UNAVAILABLE',
    ],
  },
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
  {
    ...faces,
    method: 'get',
    path: '/applicants/{applicantId}/faces/{faceId}',
    id: 'getFace',
    scope: 'face:view',
    summary: 'Read a face',
    answers: { 200: { description: 'The face', schema: faceSchema } },
  },
  {
    ...faces,
    method: 'patch',
    path: '/applicants/{applicantId}/faces/{faceId}',
    id: 'updateFace',
    scope: 'face:edit',
    summary: 'Disable a face, enable it again, or change when it expires',
    body: updateFaceSchema,
    answers: { 200: { description: 'The face', schema: faceSchema } },
    errors: ['FACE_STATUS_CONFLICT', 'PROVIDER_UNAVAILABLE'],
  },
  {
    ...faces,
    method: 'delete',
    path: '/applicants/{applicantId}/faces/{faceId}',
    id: 'deleteFace',
    scope: 'face:remove',
    summary: 'Delete a face, its picture and its template',
    answers: { 204: { description: 'Gone' } },
  },
  {
    ...faces,
    method: 'get',
    path: '/applicants/{applicantId}/face-settings',
    id: 'getFaceSettings',
    scope: 'face:view',
    summary: 'What a face upload must satisfy',
    query: z.object({ face_id: z.string().optional() }),
    answers: { 200: { description: 'The settings', schema: faceSettingsSchema } },
    errors: ['PROVIDER_UNAVAILABLE'],
  },
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
  {
    ...faces,
    method: 'post',
    path: '/applicants/{applicantId}/face-enrollments',
    id: 'createFaceEnrollment',
    scope: 'face:add',
    summary: 'Get a link by which the person gives a face',
    body: createFaceEnrollmentSchema,
    answers: { 201: { description: 'The enrolment, with its link', schema: faceEnrollmentSchema } },
    errors: ['APPLICANT_ANONYMIZED', 'FACE_LIMIT_REACHED', 'MAIL_NOT_CONFIGURED', 'MAIL_UNAVAILABLE'],
  },
  {
    ...faces,
    method: 'get',
    path: '/applicants/{applicantId}/face-enrollments/{enrollmentId}',
    id: 'getFaceEnrollment',
    scope: 'face:view',
    summary: 'Read an enrolment',
    answers: { 200: { description: 'The enrolment', schema: faceEnrollmentSchema } },
  },
  {
    ...faces,
    method: 'post',
    path: '/applicants/{applicantId}/faces/{faceId}/activation',
    id: 'activateFace',
    scope: 'face:add',
    summary: 'Send the person another link by e-mail',
    body: activateFaceSchema,
    answers: {
      201: { description: 'The new enrolment, with its link', schema: faceEnrollmentSchema },
      202: { description: 'A vendor keeps the face, and sends the person its own message' },
    },
    errors: [
      'PROVIDER_UNAVAILABLE',
      'APPLICANT_ANONYMIZED',
      'FACE_STATUS_CONFLICT',
      'MAIL_NOT_CONFIGURED',
      'MAIL_UNAVAILABLE',
    ],
  },
]
