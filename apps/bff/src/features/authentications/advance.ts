import { newReview, type Review, toReviewCause } from '../reviews/index.ts'
import { type DomainEvent, orderDeliveries } from '../webhooks/index.ts'
import { toDecisionDetails } from './attempt-details.ts'
import type { Attempt } from './attempt-row.ts'
import type { DecisionContent, DecisionEvidence } from './decision-rules.ts'
import type { AuthenticationsRepositories } from './deps.ts'
import type { FaceAuthentication } from './face-authentication-row.ts'
import type { AttemptChange, AuthenticationContext } from './face-authentications-repo.ts'
import { isLocked, isRepeated } from './lockout-rules.ts'
import { recordDecline } from './record-decline.ts'
import { isFailing, type Step, type Taken, takeStep } from './take-step.ts'
import { toEvent } from './to-event.ts'

/** A face authentication as it is held by a transaction, with its context and the attempt that is not over. */
export interface HeldAuthentication extends AuthenticationContext {
  /** Absent for a trigger that no attempt takes part in: the very first `attempt_created`. */
  attempt: Attempt | undefined
  /** The step just taken was a decline that locked the applicant. */
  hasLocked?: boolean
}

interface AdvanceOptions {
  now: Date
  /** Columns of the attempt that change along with its status. */
  change?: AttemptChange
  /** What a verdict found out beside itself; absent: nothing new. */
  riskLabels?: readonly string[] | undefined
  /** What a verdict rests on; needed where a step is one. */
  evidence?: DecisionEvidence
  /** Opened by the last step. */
  newAttempt?: Attempt
}

/**
 * Moves a face authentication and its open attempt through legal steps, together, and emits an event a step. Everything
 * is written in one statement, as it is after the last step; a decline is counted before it. Call it inside a transaction that holds the
 * authentication's row.
 * @returns the rows as they are now, or `undefined` when a step is not legal (nothing is written then)
 */
export const advance = async (
  repositories: AuthenticationsRepositories,
  known: HeldAuthentication,
  steps: readonly [Step, ...Step[]],
  { now, change: alongside, riskLabels, newAttempt, evidence }: AdvanceOptions,
): Promise<HeldAuthentication | undefined> => {
  const held = await holdLockout(repositories, known, steps)
  let taken: Taken = {
    authentication: riskLabels ? { ...held.authentication, riskLabels } : held.authentication,
    attempt: held.attempt,
    change: alongside,
    reached: [],
  }
  for (const asked of steps) {
    const step = toUnlockedStep(asked, held, now)
    const isLastTry = isFailing(taken.attempt, step.trigger) && (await isLast(repositories, held))
    const next = takeStep(taken, step, { now, isLastTry })
    if (!next) return undefined
    taken = next
  }
  const { change = {}, reached } = taken
  const { authentication, attempt, locked } = await countTry(repositories, held, taken, now)
  const { externalApplicantId } = held
  const review = attempt?.status === 'completed' ? toReview(held, authentication, now) : undefined
  const [first, ...others] = reached.map((event) =>
    toEvent({
      ...event,
      externalApplicantId,
      source: alongside?.source,
      details:
        evidence && isDecided(event.authentication)
          ? toDecisionDetails(evidence, alongside?.minimumMatchLevel ?? null)
          : undefined,
      review: isDecided(event.authentication) ? review : undefined,
      now,
    }),
  )
  if (!first) return undefined
  const events: readonly [DomainEvent, ...DomainEvent[]] = [first, ...others, ...(locked ? [locked] : [])]
  // Only one attempt may be open, and a statement has no order: a new one waits until the one before it is closed.
  const isFirst = attempt === undefined
  const wanted = await repositories.faceAuthentications.write({
    authentication,
    ...(attempt ? { attempt: { id: attempt.id, change } } : {}),
    ...(isFirst ? { newAttempt } : {}),
    ...toDecision(authentication, attempt, evidence, now),
    events,
    review,
    forgivesDeclines: authentication.status === 'approved' && held.lockout.declinedOn.length > 0,
    now,
  })
  if (newAttempt && !isFirst) await repositories.attempts.insert(newAttempt)
  await orderDeliveries(repositories, events, wanted)
  return { ...held, authentication, attempt, ...(locked ? { hasLocked: true } : {}) }
}

/**
 * An approval forgets the applicant's declines: their row is held first, as a decline holds it, since both write to the
 * tenant's chain of decisions afterwards. It may have changed since it was read.
 */
const holdLockout = async (
  { lockouts }: AuthenticationsRepositories,
  held: HeldAuthentication,
  steps: readonly Step[],
): Promise<HeldAuthentication> => {
  const { tenantId, applicantId } = held.authentication
  const mayForgive = steps.some(({ trigger }) => trigger === 'matched') && held.lockout.declinedOn.length > 0
  return mayForgive ? { ...held, lockout: await lockouts.lock(tenantId, applicantId) } : held
}

/** Nobody is approved while the applicant is locked, not even by a picture that was under way before. */
const toUnlockedStep = (step: Step, { lockout }: HeldAuthentication, now: Date): Step =>
  step.trigger === 'matched' && isLocked(lockout, now) ? { trigger: 'mismatched', codes: [62901] } : step

/** What a verdict means for the tries of the applicant; other steps mean nothing. Under a lock nothing is counted. */
const countTry = async (
  repositories: AuthenticationsRepositories,
  held: HeldAuthentication,
  taken: Taken,
  now: Date,
): Promise<Pick<Taken, 'authentication' | 'attempt'> & { locked?: DomainEvent | undefined }> => {
  const { authentication, attempt } = taken
  const { lockout: policy } = held.journey
  if (authentication.status === 'declined' && !isLocked(held.lockout, now)) {
    const declined = await recordDecline(repositories, { ...held, authentication }, now)
    const labelled = declined.isRepeated ? withRepeated(authentication) : authentication
    return { authentication: labelled, attempt, locked: declined.locked }
  }
  const isLabelled = isDecided(authentication) && policy !== null && isRepeated(held.lockout, policy, now)
  return { authentication: isLabelled ? withRepeated(authentication) : authentication, attempt }
}

const isDecided = ({ status }: FaceAuthentication): boolean => status === 'declined' || status === 'approved'

const withRepeated = (authentication: FaceAuthentication): FaceAuthentication => ({
  ...authentication,
  riskLabels: [...new Set([...authentication.riskLabels, 'repeated_declines'])],
})

/** Where the journey wants somebody to look at a verdict. */
const toReview = (
  { journey }: HeldAuthentication,
  verdict: FaceAuthentication,
  createdOn: Date,
): Review | undefined => {
  const cause = toReviewCause(journey.review, verdict)
  if (!cause) return undefined
  const { id: subjectId, tenantId, applicantId, userJourneyId } = verdict
  const fourEyes = journey.reviewFourEyes
  return newReview({ tenantId, subjectId, applicantId, userJourneyId, cause, fourEyes, createdOn })
}

/** A verdict's place in the chain of its tenant. @throws TypeError for a verdict that rests on nothing */
const toDecision = (
  { tenantId, id, status }: HeldAuthentication['authentication'],
  attempt: Attempt | undefined,
  evidence: DecisionEvidence | undefined,
  decidedOn: Date,
): { decision?: DecisionContent } => {
  if (attempt?.status !== 'completed' || (status !== 'approved' && status !== 'declined')) return {}
  if (!evidence) throw new TypeError('a verdict without evidence')
  const decided = { tenantId, faceAuthenticationId: id, attemptId: attempt.id, verdict: status, decidedOn }
  return { decision: { ...evidence, ...decided } }
}

/** Whether the journey allows no attempt after one that fails now. */
const isLast = async (
  { attempts }: AuthenticationsRepositories,
  { authentication: { tenantId, id }, journey }: HeldAuthentication,
): Promise<boolean> => (await attempts.countFailed(tenantId, id)) + 1 >= journey.retryLimit
