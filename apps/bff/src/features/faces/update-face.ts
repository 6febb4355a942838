import { AppError } from '@visavis/shared/errors'
import type { UpdateFace } from '@visavis/shared/faces-api'
import type { Reviewer } from '../reviews/index.ts'
import type { FacesDeps } from './deps.ts'
import { assertAhead } from './face-expiry.ts'
import type { Face } from './faces-repo.ts'
import { updateVendorFace } from './manage-vendor-face.ts'
import { toFaceAsOfNow } from './read-faces.ts'
import { settleFaceReview } from './settle-face-review.ts'
import { faceStatusAt, nextFace } from './transition-rules.ts'

/**
 * Changes when a face expires, switches it off and on, or ends its review; both in one go when both are given, expiry first.
 * One that a vendor manages is changed there first.
 * @throws AppError NOT_FOUND, REQUEST_INVALID, FACE_STATUS_CONFLICT, REVIEW_SECOND_PERSON_NEEDED, PROVIDER_UNAVAILABLE
 */
export const updateFace = async (
  deps: FacesDeps,
  tenantId: string,
  { applicantId, faceId, reviewer }: { applicantId: string; faceId: string; reviewer: Reviewer },
  input: UpdateFace,
): Promise<Face> => {
  const { database, now } = deps
  await updateVendorFace(deps, { tenantId, applicantId, faceId }, input)
  return database.transaction(async (repositories) => {
    const { faces, reviews } = repositories
    const face = await faces.lock(tenantId, faceId)
    if (face?.applicantId !== applicantId) throw new AppError('NOT_FOUND')
    const modifiedOn = now()
    const expiresOn =
      input.expires_on === undefined ? face.expiresOn : assertAhead(input.expires_on, modifiedOn)
    const moved = { ...face, expiresOn, modifiedOn }
    const status = input.status === undefined ? face.status : toStatus(moved, input.status, modifiedOn)
    // A face that waits at a vendor has no review here.
    const review =
      face.status === 'REVIEW' && status !== 'REVIEW' ? await reviews.get(tenantId, faceId) : undefined
    if (review?.status === 'pending') {
      const outcome = status === 'ACTIVE' ? 'accepted' : 'refused'
      const decision = { outcome, reasonCode: 'other', reason: null } as const
      await settleFaceReview(repositories, face, { reviewer, decision }, modifiedOn)
    }
    await faces.update(face.id, { expiresOn, status }, modifiedOn)
    return toFaceAsOfNow({ ...moved, status }, modifiedOn)
  })
}

const TRIGGERS = { ACTIVE: 'enabled', DISABLED: 'disabled', FAILED: 'review_failed' } as const
const OF_REVIEW = { ...TRIGGERS, ACTIVE: 'review_passed' } as const

const toStatus = (face: Face, asked: keyof typeof TRIGGERS, now: Date) => {
  const current = faceStatusAt(face, now)
  if (current === asked) return asked
  // A vendor's review is the vendor's.
  const isOurReview = current === 'REVIEW' && face.vendorReference === null
  const next = nextFace(current, (isOurReview ? OF_REVIEW : TRIGGERS)[asked])
  if (!next) throw new AppError('FACE_STATUS_CONFLICT')
  return next
}
