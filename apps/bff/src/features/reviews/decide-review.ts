import type { AuditActorType } from '@visavis/shared/audit'
import { AppError } from '@visavis/shared/errors'
import type { DecideReview, ReviewReasonCode } from '@visavis/shared/reviews'
import type { ReviewsRepositories } from './deps.ts'
import type { Review } from './review-row.ts'
import { isSettled } from './review-rules.ts'

export interface Reviewer {
  type: AuditActorType
  id: string | null
}

export interface Decision {
  outcome: DecideReview['outcome']
  reasonCode: ReviewReasonCode
  reason: string | null
}

export const toDecision = ({ outcome, reason_code, reason }: DecideReview): Decision => ({
  outcome,
  reasonCode: reason_code,
  reason: reason ?? null,
})

interface DecideInput {
  tenantId: string
  subjectId: string
  reviewer: Reviewer
  decision: Decision
  now: Date
}

/**
 * One person's word. Inside a transaction that holds the subject: of two at the same moment the second one hears of the
 * first. Where the journey asks for four eyes, it takes two people: a key is none.
 * @returns as it stands now; still `pending` where somebody else has to agree
 * @throws AppError REVIEW_NOT_PENDING, REVIEW_SECOND_PERSON_NEEDED
 */
export const decideReview = async (
  { reviews }: ReviewsRepositories,
  { tenantId, subjectId, reviewer, decision, now }: DecideInput,
): Promise<Review> => {
  const review = await reviews.lock(tenantId, subjectId)
  if (review?.status !== 'pending') throw new AppError('REVIEW_NOT_PENDING')
  const { outcome, reasonCode } = decision
  const before = review.fourEyes ? await reviews.listOpinions(tenantId, subjectId) : []
  const isSecondNeeded =
    review.fourEyes &&
    (reviewer.type !== 'console_user' || before.some(({ actorId }) => actorId === reviewer.id))
  if (isSecondNeeded) throw new AppError('REVIEW_SECOND_PERSON_NEEDED')
  await reviews.insertOpinion({
    tenantId,
    subjectId,
    actorType: reviewer.type,
    actorId: reviewer.id ?? reviewer.type,
    ...decision,
    createdOn: now,
  })
  if (!isSettled(review.fourEyes, before, outcome)) return review
  const change = { status: outcome, reasonCode, reviewedOn: now }
  await reviews.settle(review, change)
  return { ...review, ...change }
}
