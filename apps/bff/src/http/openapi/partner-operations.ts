import { listOf } from '@visavis/shared/answers'
import {
  applicantSchema,
  assetSchema,
  attemptSchema,
  erasureReceiptSchema,
  faceAuthenticationSchema,
} from '@visavis/shared/partner-answers'
import {
  createApplicantSchema,
  createAttemptSchema,
  createFaceAuthenticationSchema,
  updateApplicantSchema,
} from '@visavis/shared/partner-api'
import type { Operation } from './operation.ts'
import { pageSchema } from './page-schema.ts'

const applicants = { tag: 'Applicants', audience: 'partner', scope: 'applicant:*' } as const
const authentications = {
  tag: 'Face authentications',
  audience: 'partner',
  scope: 'face-authentication:*',
} as const

export const PARTNER_OPERATIONS: readonly Operation[] = [
  {
    ...applicants,
    method: 'post',
    path: '/applicants',
    id: 'createApplicant',
    summary: 'Create an applicant',
    body: createApplicantSchema,
    answers: { 201: { description: 'The applicant', schema: applicantSchema } },
  },
  {
    ...applicants,
    method: 'get',
    path: '/applicants/{applicantId}',
    id: 'getApplicant',
    summary: 'Read an applicant',
    answers: { 200: { description: 'The applicant', schema: applicantSchema } },
  },
  {
    ...applicants,
    method: 'patch',
    path: '/applicants/{applicantId}',
    id: 'updateApplicant',
    summary: 'Change an applicant',
    description: 'What is left out stays. The external id cannot be changed.',
    body: updateApplicantSchema,
    answers: { 200: { description: 'The applicant', schema: applicantSchema } },
    errors: ['APPLICANT_ANONYMIZED'],
  },
  {
    ...applicants,
    method: 'post',
    path: '/applicants/{applicantId}/anonymize',
    id: 'anonymizeApplicant',
    summary: 'Erase everything personal of an applicant',
    description:
      'Name, e-mail, faces, pictures and 1:N entries, in each face authentication too. The external id stays. Cannot be undone.',
    answers: { 200: { description: 'The applicant, as it is then', schema: applicantSchema } },
  },
  {
    ...applicants,
    method: 'get',
    path: '/applicants/{applicantId}/erasure-receipt',
    id: 'getApplicantErasureReceipt',
    summary: 'Read what was erased',
    answers: { 200: { description: 'The receipt', schema: erasureReceiptSchema } },
  },
  {
    ...authentications,
    method: 'post',
    path: '/face-authentications',
    id: 'createFaceAuthentication',
    summary: 'Ask whether it is the same person',
    body: createFaceAuthenticationSchema,
    answers: { 201: { description: 'The face authentication', schema: faceAuthenticationSchema } },
    errors: ['APPLICANT_ANONYMIZED'],
  },
  {
    ...authentications,
    method: 'get',
    path: '/face-authentications/{faceAuthenticationId}',
    id: 'getFaceAuthentication',
    summary: 'Read the decision',
    answers: { 200: { description: 'The face authentication', schema: faceAuthenticationSchema } },
  },
  {
    ...authentications,
    method: 'post',
    path: '/face-authentications/{faceAuthenticationId}/anonymize',
    id: 'anonymizeFaceAuthentication',
    summary: 'Erase everything personal of a face authentication',
    description:
      'Its pictures, and the faces made from them. An open one is closed with 64001. Cannot be undone.',
    answers: {
      200: { description: 'The face authentication, as it is then', schema: faceAuthenticationSchema },
    },
  },
  {
    ...authentications,
    method: 'get',
    path: '/face-authentications/{faceAuthenticationId}/erasure-receipt',
    id: 'getFaceAuthenticationErasureReceipt',
    summary: 'Read what was erased',
    description: "Erased along with its applicant, it answers the applicant's receipt.",
    answers: { 200: { description: 'The receipt', schema: erasureReceiptSchema } },
  },
  {
    ...authentications,
    method: 'post',
    path: '/face-authentications/{faceAuthenticationId}/attempts',
    id: 'createAttempt',
    summary: 'Get a link for the person',
    description: 'Closes the attempt before it, if that is still open.',
    body: createAttemptSchema,
    answers: { 201: { description: 'The attempt, with its link', schema: attemptSchema } },
    errors: ['ATTEMPT_NOT_ALLOWED'],
  },
  {
    ...authentications,
    method: 'get',
    path: '/face-authentications/{faceAuthenticationId}/attempts',
    id: 'listAttempts',
    summary: 'List attempts, oldest first',
    query: pageSchema,
    answers: { 200: { description: 'A page of attempts', schema: listOf(attemptSchema) } },
  },
  {
    ...authentications,
    method: 'get',
    path: '/face-authentications/{faceAuthenticationId}/attempts/{attemptId}',
    id: 'getAttempt',
    summary: 'Read an attempt',
    answers: { 200: { description: 'The attempt', schema: attemptSchema } },
  },
  {
    ...authentications,
    method: 'get',
    path: '/face-authentications/{faceAuthenticationId}/attempts/{attemptId}/assets',
    id: 'listAttemptAssets',
    summary: 'List the pictures of an attempt',
    query: pageSchema,
    answers: { 200: { description: 'A page of pictures', schema: listOf(assetSchema) } },
  },
]
