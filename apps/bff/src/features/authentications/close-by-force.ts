import type { ResponseCode } from '@visavis/shared/response-codes'
import type { EventType } from '@visavis/shared/statuses'
import { dueTrigger } from '../links/index.ts'
import type { Attempt } from './attempt-row.ts'
import type { FaceAuthentication } from './face-authentications-repo.ts'
import {
  isFailedAttempt,
  isOpenAttempt,
  nextAttempt,
  nextAuthentication,
  type Trigger,
} from './transition-rules.ts'

interface Step {
  trigger: Trigger
  codes: readonly ResponseCode[]
}

interface Held {
  authentication: FaceAuthentication
  /** The attempt that is not over, if any. */
  attempt: Attempt | undefined
}

type AttemptChange = Pick<Attempt, 'status' | 'responseCodes' | 'event' | 'uploadId'>

export interface Closed {
  /** As it is in the end. */
  authentication: FaceAuthentication
  /** Of the attempt that was open. */
  attemptChange: AttemptChange | undefined
  /** Each step with the authentication as it was after it. */
  reached: readonly { authentication: FaceAuthentication; type: EventType }[]
}

const CLOSED: Step = { trigger: 'closed', codes: [64001] }

/**
 * What becomes of a face authentication that is closed by force: first what time has done to it, then the closing, as
 * far as each is legal. @param isLastTry the journey allows no attempt after the open one
 */
export const closeByForce = (
  { authentication, attempt }: Held,
  { now, isLastTry }: { now: Date; isLastTry: boolean },
): Closed => {
  const unchanged: Closed = { authentication, attemptChange: undefined, reached: [] }
  const due = attempt && dueTrigger(attempt, now)
  const settled = due && takeStep(unchanged, attempt, due, { now, isLastTry })
  const before = settled ?? unchanged
  return takeStep(before, settled ? undefined : attempt, CLOSED, { now, isLastTry }) ?? before
}

/** `undefined`: not legal. */
const takeStep = (
  before: Closed,
  attempt: Attempt | undefined,
  { trigger, codes }: Step,
  { now, isLastTry }: { now: Date; isLastTry: boolean },
): Closed | undefined => {
  const nextStatus = attempt && nextAttempt(attempt.status, trigger)
  const isLast = isLastTry && nextStatus !== undefined && isFailedAttempt(nextStatus)
  const next = nextAuthentication(before.authentication.status, trigger, { isLastTry: isLast })
  if (!next || (attempt && !nextStatus)) return undefined
  const authentication = {
    ...before.authentication,
    status: next.status,
    responseCodes: codes,
    modifiedOn: now,
  }
  const uploadId = nextStatus && !isOpenAttempt(nextStatus) ? null : (attempt?.uploadId ?? null)
  return {
    authentication,
    attemptChange: nextStatus
      ? { status: nextStatus, responseCodes: codes, event: next.event, uploadId }
      : before.attemptChange,
    reached: [...before.reached, { authentication, type: next.event }],
  }
}
