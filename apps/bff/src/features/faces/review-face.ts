import { AppError } from '@visavis/shared/errors'
import { removeErasedPictures } from '../pictures/index.ts'
import type { Decision, Review, Reviewer } from '../reviews/index.ts'
import type { FacesDeps, FacesRepositories } from './deps.ts'
import { eraseTheseFaces } from './erase.ts'
import { settleFaceReview } from './settle-face-review.ts'
import { faceStatusAt, nextFace } from './transition-rules.ts'

interface ReviewFaceInput {
  tenantId: string
  faceId: string
  /** Absent: whosever it is. */
  applicantId?: string
  reviewer: Reviewer
  decision: Decision
  /** What else belongs into the transaction. */
  alongside?: (repositories: FacesRepositories) => Promise<void>
}

/**
 * What a person says of a face that waits in `REVIEW`: accepted, it is compared from now on; refused, it is deleted with its
 * picture and template. All of it in one transaction, or nothing.
 * @throws AppError NOT_FOUND, REVIEW_NOT_PENDING, REVIEW_SECOND_PERSON_NEEDED, FACE_STATUS_CONFLICT
 */
export const reviewFace = async (deps: FacesDeps, input: ReviewFaceInput): Promise<Review> => {
  const { tenantId, faceId, applicantId, alongside } = input
  const review = await deps.database.transaction(async (repositories) => {
    const now = deps.now()
    const face = await repositories.faces.lock(tenantId, faceId)
    if (!face || (applicantId !== undefined && face.applicantId !== applicantId)) {
      throw new AppError('NOT_FOUND')
    }
    const decided = await settleFaceReview(repositories, face, input, now)
    if (decided.status === 'accepted') {
      // One that has expired meanwhile is of no use any more: it can be refused only.
      const status = nextFace(faceStatusAt(face, now), 'review_passed')
      if (!status) throw new AppError('FACE_STATUS_CONFLICT')
      await repositories.faces.update(faceId, { status }, now)
    }
    if (decided.status === 'refused') {
      await eraseTheseFaces(repositories, tenantId, { ids: [faceId] }, now)
    }
    await alongside?.(repositories)
    return decided
  })
  if (review.status === 'refused') await removeErasedPictures(deps, tenantId)
  return review
}
