/** Names one link. Exactly one of `attemptId` and `faceEnrollmentId` is set. */
export interface LinkOwner {
  tenantId: string
  attemptId: string | null
  faceEnrollmentId: string | null
}

interface Subject {
  purpose: 'authentication' | 'enrolment'
  tenantId: string
  id: string
}

/** The link that a hand-off belongs to. */
export const toLinkOwner = ({ purpose, tenantId, id }: Subject): LinkOwner => ({
  tenantId,
  attemptId: purpose === 'authentication' ? id : null,
  faceEnrollmentId: purpose === 'enrolment' ? id : null,
})
