import type { AuditActorType } from '@visavis/shared/audit'
import type { ReviewCause, ReviewOutcome, ReviewReasonCode, ReviewStatus } from '@visavis/shared/reviews'
import { columnNames, type PrivacyOf } from '../../storage/privacy.ts'

/** That somebody has to look, or has looked. Of a face that was refused it is all that stays. */
export interface Review {
  tenantId: string
  /** A face authentication (`fav_…`) or a face (`face_…`). */
  subjectId: string
  applicantId: string
  userJourneyId: string | null
  cause: ReviewCause
  /** As the journey asked when it was sent here: two users have to agree. */
  fourEyes: boolean
  status: ReviewStatus
  reasonCode: ReviewReasonCode | null
  createdOn: Date
  reviewedOn: Date | null
}

export const REVIEW_PRIVACY = {
  tenantId: 'kept',
  subjectId: 'kept',
  applicantId: 'kept',
  userJourneyId: 'kept',
  cause: 'kept',
  fourEyes: 'kept',
  status: 'kept',
  reasonCode: 'kept',
  createdOn: 'kept',
  reviewedOn: 'kept',
} satisfies PrivacyOf<Review>

export const REVIEW_COLUMNS = columnNames(REVIEW_PRIVACY)

/** What one person said: one each. */
export interface ReviewOpinion {
  tenantId: string
  subjectId: string
  actorType: AuditActorType
  actorId: string
  outcome: ReviewOutcome
  reasonCode: ReviewReasonCode
  /** In words. */
  reason: string | null
  createdOn: Date
}

export const REVIEW_OPINION_PRIVACY = {
  tenantId: 'kept',
  subjectId: 'kept',
  actorType: 'kept',
  actorId: 'kept',
  outcome: 'kept',
  reasonCode: 'kept',
  reason: 'personal',
  createdOn: 'kept',
} satisfies PrivacyOf<ReviewOpinion>

export interface ReviewTables {
  reviews: Review
  reviewOpinions: ReviewOpinion
}
