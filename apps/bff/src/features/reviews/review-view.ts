import type { ReviewView } from '@visavis/shared/reviews'
import { given, toTime } from '../../http/view-parts.ts'
import type { Review } from './review-row.ts'

/** What is shown of it. Who reviewed it, and in which words, is for colleagues alone. */
export type ShownReview = Pick<Review, 'status' | 'cause' | 'reasonCode' | 'reviewedOn'>

export const toReviewView = ({ status, cause, reasonCode, reviewedOn }: ShownReview): ReviewView => ({
  status,
  cause,
  ...given('reason_code', reasonCode),
  ...given('reviewed_on', reviewedOn && toTime(reviewedOn)),
})
