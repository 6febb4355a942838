import { type Decision, decideReview, type Review, type Reviewer } from '../reviews/index.ts'
import { recordEvents } from '../webhooks/index.ts'
import type { FacesRepositories } from './deps.ts'
import { toFaceEvent } from './face-event.ts'
import type { Face } from './faces-repo.ts'

/**
 * One person's word on a face that waits, and where it is the last one needed, the event. Inside a transaction that holds
 * the face; what becomes of it is up to the caller. @throws AppError as `decideReview`
 */
export const settleFaceReview = async (
  repositories: FacesRepositories,
  face: Face,
  { reviewer, decision }: { reviewer: Reviewer; decision: Decision },
  now: Date,
): Promise<Review> => {
  const { id: subjectId, tenantId, applicantId } = face
  const review = await decideReview(repositories, { tenantId, subjectId, reviewer, decision, now })
  if (review.status === 'pending') return review
  const applicant = await repositories.applicants.get(tenantId, applicantId)
  const status = review.status === 'accepted' ? 'ACTIVE' : 'FAILED'
  const externalApplicantId = applicant?.externalApplicantId ?? null
  await recordEvents(repositories, [
    toFaceEvent('face_reviewed', { ...face, status }, externalApplicantId, now, review),
  ])
  return review
}
