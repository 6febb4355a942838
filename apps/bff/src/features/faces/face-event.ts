import { newId } from '@visavis/shared/ids'
import { type Review, toReviewView } from '../reviews/index.ts'
import type { DomainEvent } from '../webhooks/index.ts'
import type { Face } from './faces-repo.ts'

export type FaceEventSubject = Pick<
  Face,
  'id' | 'tenantId' | 'applicantId' | 'status' | 'source' | 'provider'
>

/** What the partner is told of a face that is there, reviewed, or gone. */
export const toFaceEvent = (
  type: 'face_added' | 'face_removed' | 'face_reviewed',
  { id, tenantId, applicantId, status, source, provider }: FaceEventSubject,
  externalApplicantId: string | null,
  now: Date,
  review?: Review,
): DomainEvent => ({
  id: newId('event'),
  tenantId,
  type,
  payload: {
    applicant_id: applicantId,
    ...(externalApplicantId ? { external_applicant_id: externalApplicantId } : {}),
    face_id: id,
    face_status: status,
    face_source: source,
    provider,
    ...(review ? { review: toReviewView(review) } : {}),
  },
  createdOn: now,
})
