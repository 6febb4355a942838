import { consoleReviewSchema, consoleReviewsSchema } from '@visavis/shared/console-api'
import { MAX_COUNTED_REVIEWS } from '@visavis/shared/limits'
import { listReviewsSchema } from '@visavis/shared/lists-api'
import { decideReviewSchema, reviewSchema } from '@visavis/shared/reviews'
import { toCursorListView } from '../../http/view-parts.ts'
import { type AuditRepositories, toConsoleActor } from '../audit/index.ts'
import { reviewFaceAuthentication } from '../authentications/index.ts'
import { reviewFace } from '../faces/index.ts'
import { toDecision, toReviewView } from '../reviews/index.ts'
import { consoleEndpoint } from './console-endpoint.ts'
import type { ConsoleDeps } from './deps.ts'
import { readReview, toReviewItemView, toSubjectKind } from './read-review.ts'
import { recordAct } from './record-act.ts'

/** Where people look at what the machine decided. */
export const CONSOLE_REVIEW_ENDPOINTS = [
  consoleEndpoint(
    {
      role: 'reviewer',
      method: 'get',
      path: '/console/api/reviews',
      id: 'listConsoleReviews',
      summary: 'What waits for somebody to look at it, oldest first',
      query: listReviewsSchema,
      answers: { 200: { description: 'A page of them', schema: consoleReviewsSchema } },
    },
    async ({ database, consoleUrl }: ConsoleDeps, { c, query: { cursor: after, limit } }) => {
      const page = { after, limit }
      const { tenantId } = c.get('user')
      const found = await database.reviews.listPending(tenantId, page, MAX_COUNTED_REVIEWS)
      const path = `${consoleUrl}/console/api/reviews`
      const list = toCursorListView(path, found, { query: c.req.query(), limit }, toReviewItemView)
      return { ...list, count: found.count }
    },
  ),
  consoleEndpoint(
    {
      role: 'reviewer',
      method: 'get',
      path: '/console/api/reviews/{subjectId}',
      id: 'getConsoleReview',
      summary: 'All that somebody needs to make up their mind',
      answers: { 200: { description: 'All of it', schema: consoleReviewSchema } },
    },
    (deps: ConsoleDeps, { c, params }) =>
      readReview(deps, { ...c.get('user'), deskTenantId: c.get('deskTenantId') }, params.subjectId),
  ),
  consoleEndpoint(
    {
      role: 'reviewer',
      method: 'post',
      path: '/console/api/reviews/{subjectId}',
      id: 'decideConsoleReview',
      summary: 'Accept or refuse it',
      body: decideReviewSchema,
      answers: { 200: { description: 'As it stands now', schema: reviewSchema } },
      errors: ['REVIEW_NOT_PENDING', 'REVIEW_SECOND_PERSON_NEEDED', 'FACE_STATUS_CONFLICT'],
    },
    async (deps: ConsoleDeps, { c, params: { subjectId }, body }) => {
      const { id, tenantId } = c.get('user')
      const reviewer = toConsoleActor(id)
      const kind = toSubjectKind(subjectId)
      const action = `${kind}.review` as const
      const alongside = (database: AuditRepositories) =>
        recordAct({ ...deps, database }, c, action, subjectId)
      const input = { tenantId, reviewer, decision: toDecision(body), alongside }
      const review =
        kind === 'face'
          ? await reviewFace(deps, { ...input, faceId: subjectId })
          : await reviewFaceAuthentication(deps, { ...input, faceAuthenticationId: subjectId })
      return toReviewView(review)
    },
  ),
]
