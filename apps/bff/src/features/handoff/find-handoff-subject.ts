import { AppError } from '@visavis/shared/errors'
import type { ServiceDeps } from '../../service-deps.ts'
import { toAttemptSubject } from '../capture/attempt-subject.ts'
import type { CaptureSubject } from '../capture/capture-subject.ts'
import { toEnrollmentSubject } from '../capture/enrollment-subject.ts'
import type { Handoff } from './handoff-types.ts'

/** The link that a hand-off is about. @throws AppError HANDOFF_INVALID when it is gone */
export const findHandoffSubject = async (
  deps: ServiceDeps,
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
