import type { ResponseCode } from '@visavis/shared/response-codes'
import type { WebhookEventType } from '@visavis/shared/webhook-events'
import type { Attempt } from './attempt-row.ts'
import type { FaceAuthentication } from './face-authentication-row.ts'
import type { AttemptChange } from './face-authentications-repo.ts'
import {
  isFailedAttempt,
  isOpenAttempt,
  nextAttempt,
  nextAuthentication,
  type Trigger,
} from './transition-rules.ts'

export interface Step {
  trigger: Trigger
  codes: readonly ResponseCode[]
}

/** Where steps have led to; nothing of it is written yet. */
export interface Taken {
  authentication: FaceAuthentication
  /** Absent for a trigger that no attempt takes part in: the very first `attempt_created`. */
  attempt: Attempt | undefined
  /** What is new of the attempt. */
  change: AttemptChange | undefined
  /** Each step's event with the authentication as it was after it. */
  reached: readonly { authentication: FaceAuthentication; type: WebhookEventType }[]
}

/** Whether the attempt fails with this step. */
export const isFailing = (attempt: Attempt | undefined, trigger: Trigger): boolean => {
  const next = attempt && nextAttempt(attempt.status, trigger)
  return next !== undefined && isFailedAttempt(next)
}

/**
 * One step of the table, for a face authentication and its attempt together.
 * @param isLastTry the journey allows no attempt after one that fails here
 * @returns `undefined` when it is not legal
 */
export const takeStep = (
  before: Taken,
  { trigger, codes }: Step,
  { now, isLastTry }: { now: Date; isLastTry: boolean },
): Taken | undefined => {
  const nextStatus = before.attempt && nextAttempt(before.attempt.status, trigger)
  const isLast = isLastTry && isFailing(before.attempt, trigger)
  const next = nextAuthentication(before.authentication.status, trigger, { isLastTry: isLast })
  if (!next || (before.attempt && !nextStatus)) return undefined
  // A new attempt closes the one before it with a code of its own; the authentication starts afresh.
  const responseCodes = trigger === 'attempt_created' ? [] : codes
  const authentication = { ...before.authentication, status: next.status, responseCodes, modifiedOn: now }
  const reached = [...before.reached, { authentication, type: next.event }]
  if (!before.attempt || !nextStatus) return { ...before, authentication, reached }
  const upload = isOpenAttempt(nextStatus) ? {} : { uploadId: null, comparingUntil: null }
  const change = {
    ...before.change,
    status: nextStatus,
    responseCodes: codes,
    event: next.event,
    ...upload,
  }
  return { authentication, attempt: { ...before.attempt, ...change, modifiedOn: now }, change, reached }
}
