import type { CaptureSubject } from './capture-subject.ts'

/** Names one link. Exactly one of `attemptId` and `faceEnrollmentId` is set. */
export interface LinkOwner {
  tenantId: string
  attemptId: string | null
  faceEnrollmentId: string | null
}

/** The link that a hand-off belongs to. */
export const toLinkOwner = ({ purpose, tenantId, id }: CaptureSubject): LinkOwner => ({
  tenantId,
  attemptId: purpose === 'authentication' ? id : null,
  faceEnrollmentId: purpose === 'enrolment' ? id : null,
})
