import type { ResponseCode } from '@visavis/shared/response-codes'
import type { AttemptStatus, EventType } from '@visavis/shared/statuses'
import type { Attempt } from './attempts-repo.ts'
import type { AuthenticationsRepositories } from './deps.ts'
import { emitEvent } from './emit-event.ts'
import type { FaceAuthentication } from './face-authentications-repo.ts'
import {
  isFailedAttempt,
  isOpenAttempt,
  nextAttempt,
  nextAuthentication,
  type Trigger,
} from './transition-rules.ts'

interface Rows {
  authentication: FaceAuthentication
  /** Absent for a trigger that no attempt takes part in: the very first `attempt_created`. */
  attempt?: Attempt
  now: Date
}

interface Step {
  trigger: Trigger
  codes: readonly ResponseCode[]
}

interface Advanced {
  authentication: FaceAuthentication
  attempt: Attempt | undefined
}

/**
 * Moves a face authentication and its open attempt one legal step, together, and emits the step's event. Call it
 * inside a transaction that holds the authentication's row.
 * @returns the rows as they are now, or `undefined` when the step is not legal (nothing is written then)
 */
export const advance = (
  repositories: AuthenticationsRepositories,
  { trigger, codes, ...rows }: Rows & Step,
): Promise<Advanced | undefined> => advanceThrough(repositories, rows, [{ trigger, codes }])

/** As `advance`, several steps at once: each emits its event, the rows are written as they are after the last. */
export const advanceThrough = async (
  repositories: AuthenticationsRepositories,
  { now, ...rows }: Rows,
  steps: readonly Step[],
): Promise<Advanced | undefined> => {
  let { authentication, attempt } = rows
  let change: Parameters<AuthenticationsRepositories['attempts']['update']>[1] | undefined
  const reached: { authentication: FaceAuthentication; type: EventType }[] = []
  for (const { trigger, codes } of steps) {
    const nextStatus = attempt && nextAttempt(attempt.status, trigger)
    const isLastTry = await isLast(repositories, authentication, nextStatus)
    const next = nextAuthentication(authentication.status, trigger, { isLastTry })
    if (!next || (attempt && !nextStatus)) return undefined
    // A new attempt closes the one before it with a code of its own; the authentication starts afresh.
    const responseCodes = trigger === 'attempt_created' ? [] : codes
    authentication = { ...authentication, status: next.status, responseCodes, modifiedOn: now }
    reached.push({ authentication, type: next.event })
    if (attempt && nextStatus) {
      const uploadId = isOpenAttempt(nextStatus) ? {} : { uploadId: null }
      change = { status: nextStatus, responseCodes: codes, event: next.event, ...uploadId }
      attempt = { ...attempt, ...change, modifiedOn: now }
    }
  }

  const { status, responseCodes } = authentication
  await repositories.faceAuthentications.update(authentication.id, { status, responseCodes }, now)
  const { tenantId, applicantId } = authentication
  const applicant = await repositories.applicants.get(tenantId, applicantId)
  for (const event of reached) await emitEvent(repositories, { ...event, applicant, now })
  if (attempt && change) await repositories.attempts.update(attempt.id, change, now)
  return { authentication, attempt }
}

/** Whether the attempt fails with this step and the journey allows none after it. */
const isLast = async (
  repositories: AuthenticationsRepositories,
  { tenantId, id, userJourneyId }: FaceAuthentication,
  nextStatus: AttemptStatus | undefined,
): Promise<boolean> => {
  if (!nextStatus || !isFailedAttempt(nextStatus)) return false
  const journey = await repositories.userJourneys.get(tenantId, userJourneyId)
  if (!journey) throw new Error('the face authentication has lost its journey')
  return (await repositories.attempts.countFailed(tenantId, id)) + 1 >= journey.retryLimit
}
