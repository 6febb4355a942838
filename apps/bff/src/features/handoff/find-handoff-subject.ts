import { AppError } from '@visavis/shared/errors'
import { type CaptureSubject, toAttemptSubject, toEnrollmentSubject } from '../capture/index.ts'
import type { HandoffDeps } from './deps.ts'
import type { Handoff } from './handoffs-repo.ts'

/** The link that a hand-off is about. @throws AppError HANDOFF_INVALID when it is gone */
export const findHandoffSubject = async (
  deps: HandoffDeps,
  { tenantId, attemptId, faceEnrollmentId }: Handoff,
): Promise<CaptureSubject> => {
  const attempt = attemptId ? await deps.database.attempts.find(tenantId, attemptId) : undefined
  if (attempt) return toAttemptSubject(deps, attempt)
  const enrollment = faceEnrollmentId
    ? await deps.database.faceEnrollments.get(tenantId, faceEnrollmentId)
    : undefined
  if (enrollment) return toEnrollmentSubject(deps, enrollment)
  throw new AppError('HANDOFF_INVALID')
}
