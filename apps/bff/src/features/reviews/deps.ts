import type { ReviewsRepo } from './reviews-repo.ts'

export interface ReviewsRepositories {
  reviews: ReviewsRepo
}
