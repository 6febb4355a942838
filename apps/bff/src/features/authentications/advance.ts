import type { ResponseCode } from '@visavis/shared/response-codes'
import type { AttemptStatus } from '@visavis/shared/statuses'
import type { WebhookEventType } from '@visavis/shared/webhook-events'
import { type DomainEvent, orderDeliveries } from '../webhooks/index.ts'
import type { Attempt } from './attempt-row.ts'
import type { AuthenticationsRepositories } from './deps.ts'
import type { AttemptChange, AuthenticationContext, FaceAuthentication } from './face-authentications-repo.ts'
import { toEvent } from './to-event.ts'
import {
  isFailedAttempt,
  isOpenAttempt,
  nextAttempt,
  nextAuthentication,
  type Trigger,
} from './transition-rules.ts'

/** A face authentication as it is held by a transaction, with its context and the attempt that is not over. */
export interface HeldAuthentication extends AuthenticationContext {
  /** Absent for a trigger that no attempt takes part in: the very first `attempt_created`. */
  attempt: Attempt | undefined
}

export interface Step {
  trigger: Trigger
  codes: readonly ResponseCode[]
}

interface AdvanceOptions {
  now: Date
  /** Columns of the attempt that change along with its status. */
  change?: AttemptChange
  /** What a verdict found out beside itself; absent: nothing new. */
  riskLabels?: readonly string[] | undefined
  /** Opened by the last step. */
  newAttempt?: Attempt
}

/**
 * Moves a face authentication and its open attempt through legal steps, together, and emits an event a step. Everything
 * is written in one statement, as it is after the last step. Call it inside a transaction that holds the
 * authentication's row.
 * @returns the rows as they are now, or `undefined` when a step is not legal (nothing is written then)
 */
export const advance = async (
  repositories: AuthenticationsRepositories,
  held: HeldAuthentication,
  steps: readonly [Step, ...Step[]],
  { now, change: alongside = {}, riskLabels, newAttempt }: AdvanceOptions,
): Promise<HeldAuthentication | undefined> => {
  let { authentication, attempt } = held
  if (riskLabels) authentication = { ...authentication, riskLabels }
  let change: AttemptChange = alongside
  const reached: { authentication: FaceAuthentication; type: WebhookEventType }[] = []
  for (const { trigger, codes } of steps) {
    const nextStatus = attempt && nextAttempt(attempt.status, trigger)
    const isLastTry = await isLast(repositories, held, nextStatus)
    const next = nextAuthentication(authentication.status, trigger, { isLastTry })
    if (!next || (attempt && !nextStatus)) return undefined
    // A new attempt closes the one before it with a code of its own; the authentication starts afresh.
    const responseCodes = trigger === 'attempt_created' ? [] : codes
    authentication = { ...authentication, status: next.status, responseCodes, modifiedOn: now }
    reached.push({ authentication, type: next.event })
    if (attempt && nextStatus) {
      const uploadId = isOpenAttempt(nextStatus) ? {} : { uploadId: null }
      change = { ...change, status: nextStatus, responseCodes: codes, event: next.event, ...uploadId }
      attempt = { ...attempt, ...change, modifiedOn: now }
    }
  }
  const { externalApplicantId } = held
  const [first, ...others] = reached.map((event) => toEvent({ ...event, externalApplicantId, now }))
  if (!first) return undefined
  const events: readonly [DomainEvent, ...DomainEvent[]] = [first, ...others]
  // Only one attempt may be open, and a statement has no order: a new one waits until the one before it is closed.
  const isFirst = attempt === undefined
  const wanted = await repositories.faceAuthentications.write({
    authentication,
    ...(attempt ? { attempt: { id: attempt.id, change } } : {}),
    ...(isFirst ? { newAttempt } : {}),
    events,
    now,
  })
  if (newAttempt && !isFirst) await repositories.attempts.insert(newAttempt)
  await orderDeliveries(repositories, events, wanted)
  return { ...held, authentication, attempt }
}

/** Whether the attempt fails with this step and the journey allows none after it. */
const isLast = async (
  repositories: AuthenticationsRepositories,
  { authentication: { tenantId, id }, journey }: HeldAuthentication,
  nextStatus: AttemptStatus | undefined,
): Promise<boolean> => {
  if (!nextStatus || !isFailedAttempt(nextStatus)) return false
  return (await repositories.attempts.countFailed(tenantId, id)) + 1 >= journey.retryLimit
}
