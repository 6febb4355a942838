import type { ResponseCode } from '@visavis/shared/response-codes'
import type { AttemptStatus } from '@visavis/shared/statuses'
import {
  isFailedAttempt,
  isOpenAttempt,
  nextAttempt,
  nextAuthentication,
  type Trigger,
} from '../domain/transitions.ts'
import type { Attempt, FaceAuthentication, Repositories } from '../storage/db/types.ts'
import { emitEvent } from './emit-event.ts'

interface Step {
  authentication: FaceAuthentication
  /** Absent for a trigger that no attempt takes part in: the very first `attempt_created`. */
  attempt?: Attempt
  trigger: Trigger
  codes: readonly ResponseCode[]
  now: Date
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
export const advance = async (repositories: Repositories, step: Step): Promise<Advanced | undefined> => {
  const { authentication, attempt, trigger, codes, now } = step
  const nextStatus = attempt && nextAttempt(attempt.status, trigger)
  const isLastTry = await isLast(repositories, authentication, nextStatus)
  const next = nextAuthentication(authentication.status, trigger, { isLastTry })
  if (!next || (attempt && !nextStatus)) return undefined

  // A new attempt closes the one before it with a code of its own; the authentication starts afresh.
  const isNewAttempt = trigger === 'attempt_created'
  const change = { status: next.status, responseCodes: isNewAttempt ? [] : codes }
  await repositories.faceAuthentications.update(authentication.id, change, now)
  const advanced = { ...authentication, ...change, modifiedOn: now }
  await emitEvent(repositories, { authentication: advanced, type: next.event, now })
  if (!attempt || !nextStatus) return { authentication: advanced, attempt }

  const attemptChange = {
    status: nextStatus,
    responseCodes: codes,
    event: next.event,
    ...(isOpenAttempt(nextStatus) ? {} : { uploadId: null }),
  }
  await repositories.attempts.update(attempt.id, attemptChange, now)
  return { authentication: advanced, attempt: { ...attempt, ...attemptChange, modifiedOn: now } }
}

/** Whether the attempt fails with this step and the journey allows none after it. */
const isLast = async (
  repositories: Repositories,
  { tenantId, id, userJourneyId }: FaceAuthentication,
  nextStatus: AttemptStatus | undefined,
): Promise<boolean> => {
  if (!nextStatus || !isFailedAttempt(nextStatus)) return false
  const journey = await repositories.userJourneys.get(tenantId, userJourneyId)
  if (!journey) throw new Error('the face authentication has lost its journey')
  return (await repositories.attempts.countFailed(tenantId, id)) + 1 >= journey.retryLimit
}
