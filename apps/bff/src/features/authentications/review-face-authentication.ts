import { AppError } from '@visavis/shared/errors'
import { type Decision, decideReview, type Review, type Reviewer } from '../reviews/index.ts'
import { recordEvents } from '../webhooks/index.ts'
import type { AuthenticationsDeps, AuthenticationsRepositories } from './deps.ts'
import { toEvent } from './to-event.ts'

interface ReviewInput {
  tenantId: string
  faceAuthenticationId: string
  reviewer: Reviewer
  decision: Decision
  /** What else belongs into the transaction. */
  alongside?: (repositories: AuthenticationsRepositories) => Promise<void>
}

/**
 * What a person says of a decision. The decision itself, its codes, and the chain of decisions stay what they are.
 * @throws AppError NOT_FOUND, REVIEW_NOT_PENDING, REVIEW_SECOND_PERSON_NEEDED
 */
export const reviewFaceAuthentication = (
  { database, now: readClock }: AuthenticationsDeps,
  { tenantId, faceAuthenticationId: subjectId, reviewer, decision, alongside }: ReviewInput,
): Promise<Review> =>
  database.transaction(async (repositories) => {
    const now = readClock()
    const held = await repositories.faceAuthentications.hold(tenantId, subjectId)
    if (!held) throw new AppError('NOT_FOUND')
    const review = await decideReview(repositories, { tenantId, subjectId, reviewer, decision, now })
    if (review.status !== 'pending') {
      const { authentication, externalApplicantId } = held
      const type = 'face_authentication_reviewed'
      await recordEvents(repositories, [toEvent({ authentication, externalApplicantId, type, review, now })])
    }
    await alongside?.(repositories)
    return review
  })
