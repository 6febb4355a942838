import type { CaptureSubject } from '../capture/capture-subject.ts'
import type { HandoffOwner } from './handoff-types.ts'

/** The link that a hand-off belongs to. */
export const toHandoffOwner = ({ purpose, tenantId, id }: CaptureSubject): HandoffOwner => ({
  tenantId,
  attemptId: purpose === 'authentication' ? id : null,
  faceEnrollmentId: purpose === 'enrolment' ? id : null,
})
