import type { Review } from './review-row.ts'

/** One that waits for somebody. */
export const newReview = (
  row: Pick<
    Review,
    'tenantId' | 'subjectId' | 'applicantId' | 'userJourneyId' | 'cause' | 'fourEyes' | 'createdOn'
  >,
): Review => ({ ...row, status: 'pending', reasonCode: null, reviewedOn: null })
