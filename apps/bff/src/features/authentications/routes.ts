import { listOf } from '@visavis/shared/answers'
import { exportQuery } from '@visavis/shared/exports'
import { listAttemptsSchema, listFaceAuthenticationsSchema } from '@visavis/shared/lists-api'
import {
  assetSchema,
  attemptSchema,
  createdFaceAuthenticationSchema,
  faceAuthenticationSchema,
  listedAttemptSchema,
  livenessEvidenceSchema,
} from '@visavis/shared/partner-answers'
import { createAttemptSchema, createFaceAuthenticationSchema } from '@visavis/shared/partner-api'
import { decideReviewSchema, reviewSchema } from '@visavis/shared/reviews'
import { EXAMPLE_APPLICANT_ID, EXAMPLE_USER_JOURNEY_ID } from '../../http/example-values.ts'
import { pageSchema } from '../../http/page-schema.ts'
import { partnerEndpoint } from '../../http/partner-endpoint.ts'
import { toListView } from '../../http/view-parts.ts'
import { toCredentialActor } from '../audit/index.ts'
import { answerList, pageOrFileOf } from '../exports/index.ts'
import { toAssetUrl } from '../pictures/index.ts'
import { toDecision, toReviewView } from '../reviews/index.ts'
import { createAttempt } from './create-attempt.ts'
import { createFaceAuthentication } from './create-face-authentication.ts'
import { ATTEMPT_CSV, FACE_AUTHENTICATION_CSV } from './csv-columns.ts'
import type { AuthenticationsDeps } from './deps.ts'
import { listFaceAuthentications } from './list-face-authentications.ts'
import {
  listAttemptAssets,
  listAttempts,
  listLivenessEvidence,
  listNewestAttempts,
  readAttempt,
} from './read-attempts.ts'
import { readFaceAuthentication } from './read-face-authentication.ts'
import type { ReadAuthentication } from './read-statements.ts'
import { reviewFaceAuthentication } from './review-face-authentication.ts'
import {
  toAssetView,
  toAttemptView,
  toCreatedFaceAuthenticationView,
  toEvidenceView,
  toFaceAuthenticationView,
  toListedAttemptView,
} from './views.ts'

const authentications = { tag: 'Face authentications', scope: 'face-authentication:*' } as const

/** @param by the credential it is shown to */
const toReadView = (
  deps: AuthenticationsDeps,
  { authentication, pictureId, review }: ReadAuthentication,
  by: string,
) =>
  toFaceAuthenticationView(deps.publicUrl, authentication, {
    imageUrl: pictureId === undefined ? undefined : toAssetUrl(deps, pictureId, by),
    review,
  })

export const FACE_AUTHENTICATION_ENDPOINTS = [
  partnerEndpoint(
    {
      ...authentications,
      method: 'post',
      path: '/face-authentications',
      id: 'createFaceAuthentication',
      audit: { none: 'everyday work; webhooks and events tell of it' },
      summary: 'Ask whether it is the same person',
      body: createFaceAuthenticationSchema,
      example: { applicant_id: EXAMPLE_APPLICANT_ID, user_journey_id: EXAMPLE_USER_JOURNEY_ID },
      answers: { 201: { description: 'The face authentication', schema: createdFaceAuthenticationSchema } },
      errors: ['APPLICANT_ANONYMIZED'],
    },
    async (deps: AuthenticationsDeps, { tenantId, body }) =>
      toCreatedFaceAuthenticationView(deps.publicUrl, await createFaceAuthentication(deps, tenantId, body)),
  ),
  partnerEndpoint(
    {
      ...authentications,
      method: 'get',
      path: '/face-authentications',
      id: 'listFaceAuthentications',
      summary: 'List face authentications, newest first',
      query: listFaceAuthenticationsSchema.extend(exportQuery),
      exports: 'face_authentication.export',
      answers: {
        200: { description: 'A page of face authentications', ...pageOrFileOf(faceAuthenticationSchema) },
      },
      errors: ['EXPORT_LIMIT_REACHED'],
    },
    async (deps: AuthenticationsDeps, { c, tenantId, credentialId, query }) =>
      answerList(c, query, {
        path: `${deps.publicUrl}/face-authentications`,
        list: (page) => listFaceAuthentications(deps, tenantId, query, page),
        // A file is read later than an address of a picture works, and by others.
        toView: (found) =>
          query.format
            ? toFaceAuthenticationView(deps.publicUrl, found.authentication)
            : toReadView(deps, found, credentialId),
        columns: FACE_AUTHENTICATION_CSV,
      }),
  ),
  partnerEndpoint(
    {
      ...authentications,
      method: 'get',
      path: '/face-authentications/{faceAuthenticationId}',
      id: 'getFaceAuthentication',
      summary: 'Read the decision',
      answers: { 200: { description: 'The face authentication', schema: faceAuthenticationSchema } },
    },
    async (deps: AuthenticationsDeps, { tenantId, credentialId, params }) => {
      const found = await readFaceAuthentication(deps, tenantId, params.faceAuthenticationId)
      return toReadView(deps, found, credentialId)
    },
  ),
  partnerEndpoint(
    {
      ...authentications,
      scope: 'review',
      method: 'post',
      path: '/face-authentications/{faceAuthenticationId}/review',
      id: 'reviewFaceAuthentication',
      audit: { action: 'face_authentication.review', subject: 'faceAuthenticationId' },
      summary: 'Accept or refuse what the machine decided',
      description:
        'For those that the journey sends to review. `status` and `response_codes` stay as the machine decided; what a person says stands beside them as `review`.',
      body: decideReviewSchema,
      example: { outcome: 'accepted', reason_code: 'same_person' },
      answers: { 200: { description: 'The review', schema: reviewSchema } },
      errors: ['REVIEW_NOT_PENDING', 'REVIEW_SECOND_PERSON_NEEDED'],
    },
    async (deps: AuthenticationsDeps, { tenantId, credentialId, params, body }) => {
      const reviewer = toCredentialActor(credentialId)
      const input = { tenantId, ...params, reviewer, decision: toDecision(body) }
      return toReviewView(await reviewFaceAuthentication(deps, input))
    },
  ),
  partnerEndpoint(
    {
      ...authentications,
      method: 'post',
      path: '/face-authentications/{faceAuthenticationId}/attempts',
      id: 'createAttempt',
      audit: { none: 'everyday work; webhooks and events tell of it' },
      summary: 'Get a link for the person',
      description:
        'Closes the attempt before it, if that is still open and no picture of it is being compared.',
      body: createAttemptSchema,
      example: { redirect_url: 'https://shop.example/back' },
      answers: { 201: { description: 'The attempt, with its link', schema: attemptSchema } },
      errors: ['ATTEMPT_NOT_ALLOWED', 'APPLICANT_LOCKED', 'APPLICANT_DELAYED'],
    },
    async (deps: AuthenticationsDeps, { tenantId, params, body }) => {
      const { attempt, ...secrets } = await createAttempt(deps, { tenantId, ...params, ...body })
      return toAttemptView(deps.publicUrl, { attempt, decision: undefined }, secrets)
    },
  ),
  partnerEndpoint(
    {
      ...authentications,
      method: 'get',
      path: '/face-authentications/{faceAuthenticationId}/attempts',
      id: 'listAttempts',
      summary: 'List attempts, oldest first',
      query: pageSchema,
      answers: { 200: { description: 'A page of attempts', schema: listOf(attemptSchema) } },
    },
    async (deps: AuthenticationsDeps, { tenantId, params, query }) => {
      const id = params.faceAuthenticationId
      const attempts = await listAttempts(deps, tenantId, id, query)
      const path = `${deps.publicUrl}/face-authentications/${id}/attempts`
      return toListView(path, attempts, query, (attempt) => toAttemptView(deps.publicUrl, attempt))
    },
  ),
  partnerEndpoint(
    {
      ...authentications,
      method: 'get',
      path: '/attempts',
      id: 'listNewestAttempts',
      summary: 'List attempts at all face authentications, newest first',
      query: listAttemptsSchema.extend(exportQuery),
      exports: 'attempt.export',
      answers: { 200: { description: 'A page of attempts', ...pageOrFileOf(listedAttemptSchema) } },
      errors: ['EXPORT_LIMIT_REACHED'],
    },
    async (deps: AuthenticationsDeps, { c, tenantId, query }) =>
      answerList(c, query, {
        path: `${deps.publicUrl}/attempts`,
        list: (page) => listNewestAttempts(deps, tenantId, query, page),
        toView: (attempt) => toListedAttemptView(deps.publicUrl, attempt),
        columns: ATTEMPT_CSV,
      }),
  ),
  partnerEndpoint(
    {
      ...authentications,
      method: 'get',
      path: '/face-authentications/{faceAuthenticationId}/attempts/{attemptId}',
      id: 'getAttempt',
      summary: 'Read an attempt',
      answers: { 200: { description: 'The attempt', schema: attemptSchema } },
    },
    async (deps: AuthenticationsDeps, { tenantId, params }) => {
      const attempt = await readAttempt(deps, tenantId, params.faceAuthenticationId, params.attemptId)
      return toAttemptView(deps.publicUrl, attempt)
    },
  ),
  partnerEndpoint(
    {
      ...authentications,
      method: 'get',
      path: '/face-authentications/{faceAuthenticationId}/attempts/{attemptId}/assets',
      id: 'listAttemptAssets',
      summary: 'List the pictures and videos of an attempt',
      query: pageSchema,
      answers: { 200: { description: 'A page of pictures', schema: listOf(assetSchema) } },
    },
    async (deps: AuthenticationsDeps, { tenantId, credentialId, params, query }) => {
      const assets = await listAttemptAssets(deps, tenantId, params, query)
      const attempts = `${deps.publicUrl}/face-authentications/${params.faceAuthenticationId}/attempts`
      const path = `${attempts}/${params.attemptId}/assets`
      return toListView(path, assets, query, (asset) =>
        toAssetView(asset, toAssetUrl(deps, asset.id, credentialId)),
      )
    },
  ),
  partnerEndpoint(
    {
      ...authentications,
      method: 'get',
      path: '/face-authentications/{faceAuthenticationId}/attempts/{attemptId}/liveness-evidence',
      id: 'listLivenessEvidence',
      summary: 'List what was judged of the turns of the head',
      description: 'There is some where the journey keeps it: `liveness_evidence_days`.',
      query: pageSchema,
      answers: { 200: { description: 'A page of it', schema: listOf(livenessEvidenceSchema) } },
    },
    async (deps: AuthenticationsDeps, { tenantId, credentialId, params, query }) => {
      const evidence = await listLivenessEvidence(deps, tenantId, params, query)
      const attempts = `${deps.publicUrl}/face-authentications/${params.faceAuthenticationId}/attempts`
      const path = `${attempts}/${params.attemptId}/liveness-evidence`
      return toListView(path, evidence, query, (asset) =>
        toEvidenceView(asset, toAssetUrl(deps, asset.id, credentialId)),
      )
    },
  ),
]
