import { listOf } from '@visavis/shared/answers'
import { applicantSchema, attemptSchema, faceAuthenticationSchema } from '@visavis/shared/partner-answers'
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
    path: '/face-authentications/{faceAuthenticationId}/attempts',
    id: 'createAttempt',
    summary: 'Get a link for the person',
    description: 'Closes the attempt before it, if that is still open.',
    body: createAttemptSchema,
    answers: { 201: { description: 'The attempt, with its link', schema: attemptSchema } },
    errors: ['ATTEMPT_NOT_ALLOWED', 'APPLICANT_ANONYMIZED'],
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
]
