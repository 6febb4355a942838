import type { HandoffOwner } from '../storage/db/handoff-types.ts'
import type { CaptureSubject } from './capture-subject.ts'

/** The link that a hand-off belongs to. */
export const toHandoffOwner = ({ purpose, tenantId, id }: CaptureSubject): HandoffOwner => ({
  tenantId,
  attemptId: purpose === 'authentication' ? id : null,
  faceEnrollmentId: purpose === 'enrolment' ? id : null,
})
