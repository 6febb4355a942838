import { type DomainEvent, orderDeliveries } from '../webhooks/index.ts'
import type { Attempt } from './attempt-row.ts'
import type { AuthenticationsRepositories } from './deps.ts'
import type { AttemptChange, AuthenticationContext } from './face-authentications-repo.ts'
import { isFailing, type Step, type Taken, takeStep } from './take-step.ts'
import { toEvent } from './to-event.ts'

/** A face authentication as it is held by a transaction, with its context and the attempt that is not over. */
export interface HeldAuthentication extends AuthenticationContext {
  /** Absent for a trigger that no attempt takes part in: the very first `attempt_created`. */
  attempt: Attempt | undefined
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
  { now, change: alongside, riskLabels, newAttempt }: AdvanceOptions,
): Promise<HeldAuthentication | undefined> => {
  let taken: Taken = {
    authentication: riskLabels ? { ...held.authentication, riskLabels } : held.authentication,
    attempt: held.attempt,
    change: alongside,
    reached: [],
  }
  for (const step of steps) {
    const isLastTry = isFailing(taken.attempt, step.trigger) && (await isLast(repositories, held))
    const next = takeStep(taken, step, { now, isLastTry })
    if (!next) return undefined
    taken = next
  }
  const { authentication, attempt, change = {}, reached } = taken
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

/** Whether the journey allows no attempt after one that fails now. */
const isLast = async (
  { attempts }: AuthenticationsRepositories,
  { authentication: { tenantId, id }, journey }: HeldAuthentication,
): Promise<boolean> => (await attempts.countFailed(tenantId, id)) + 1 >= journey.retryLimit
