/** That a person looks at what the machine decided, and what they say. What follows from it is done by the rooms it is about. */

export { type Decision, decideReview, type Reviewer, toDecision } from './decide-review.ts'
export type { ReviewsRepositories } from './deps.ts'
export { forgetReasons, reviewedOf, withdrawReviews } from './erase-reviews.ts'
export { newReview } from './new-review.ts'
export type { Review, ReviewTables } from './review-row.ts'
export { toReviewCause } from './review-rules.ts'
export { type ShownReview, toReviewView } from './review-view.ts'
export { reviewsRepo } from './reviews-repo.ts'
