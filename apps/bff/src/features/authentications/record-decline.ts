import { newId } from '@visavis/shared/ids'
import { toTime } from '../../http/view-parts.ts'
import type { DomainEvent } from '../webhooks/index.ts'
import type { AuthenticationsRepositories } from './deps.ts'
import type { AuthenticationContext } from './face-authentications-repo.ts'
import { afterDecline, isLocked, isRepeated } from './lockout-rules.ts'

interface Declined {
  isRepeated: boolean
  /** Present when this decline locks the applicant. */
  locked: DomainEvent | undefined
}

/** Counts a decline of the applicant, and delays or locks them as the journey says. */
export const recordDecline = async (
  { lockouts }: AuthenticationsRepositories,
  { authentication, journey, externalApplicantId }: AuthenticationContext,
  now: Date,
): Promise<Declined> => {
  const { tenantId, applicantId, id, userJourneyId } = authentication
  const known = await lockouts.addDecline(tenantId, applicantId, now)
  const policy = journey.lockout
  if (!policy) return { isRepeated: false, locked: undefined }
  const { declines, waitUntil, lockedUntil } = afterDecline(known.declinedOn, policy, now)
  const repeated = isRepeated(known, policy, now)
  // Locked by another decline since the context was read: it stays locked, and the partner is told once.
  if (isLocked(known, now)) return { isRepeated: repeated, locked: undefined }
  if (!waitUntil && !lockedUntil) return { isRepeated: repeated, locked: undefined }
  await lockouts.prolong(tenantId, applicantId, { waitUntil, lockedUntil })
  if (!lockedUntil) return { isRepeated: repeated, locked: undefined }
  const payload = {
    applicant_id: applicantId,
    ...(externalApplicantId ? { external_applicant_id: externalApplicantId } : {}),
    face_authentication_id: id,
    user_journey_id: userJourneyId,
    declines,
    locked_until: toTime(lockedUntil),
  }
  return {
    isRepeated: repeated,
    locked: { id: newId('event'), tenantId, type: 'applicant_locked', payload, createdOn: now },
  }
}
