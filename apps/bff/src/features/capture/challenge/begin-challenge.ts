import { AppError } from '@visavis/shared/errors'
import { newId } from '@visavis/shared/ids'
import { type Challenge, MAX_CHALLENGES_PER_ATTEMPT, TURN_STEPS } from '@visavis/shared/liveness'
import { assertMayCapture, withCapture } from '../capture-context.ts'
import type { CaptureSubject, HeldCapture } from '../capture-subject.ts'
import type { CaptureDeps, CaptureRepositories } from '../deps.ts'
import { toLinkOwner } from '../link-owner.ts'
import { expiryOf } from './challenge-rules.ts'
import type { LivenessChallenge } from './challenges-repo.ts'
import { drawStep } from './draw-step.ts'
import { dropFrames, forgetFrames } from './end-challenge.ts'
import { toStep } from './to-step.ts'

/**
 * Deals the first step of a new challenge; one before it is void, and a picture that is being compared with its turns.
 * A link that has begun as many as it may is closed as one whose turns could not be seen.
 * @throws AppError ATTEMPT_CLOSED, CONSENT_REQUIRED, APPLICANT_LOCKED, APPLICANT_DELAYED, NOT_FOUND where no turn is due
 */
export const beginChallenge = async (deps: CaptureDeps, subject: CaptureSubject): Promise<Challenge> => {
  const begun = await withCapture(deps, subject, async (held, repositories) => {
    assertMayTurn(held)
    const before = held.challenge
    if (before) await dropFrames(repositories, before)
    if ((before?.begun ?? 0) >= MAX_CHALLENGES_PER_ATTEMPT) {
      await held.advance('unusable', [61412])
      return undefined
    }
    const challenge = toChallenge(deps, subject, held)
    await repositories.livenessChallenges.put(challenge)
    await held.update({ uploadId: null })
    return challenge
  })
  await forgetFrames(deps, subject.tenantId)
  if (!begun) throw new AppError('ATTEMPT_CLOSED')
  return { id: begun.id, ...toStep(begun), steps: TURN_STEPS }
}

/** Whether a turn may be made on that link now. @throws AppError */
export const assertMayTurn = (held: HeldCapture): void => {
  assertMayCapture(held)
  held.assertLiveness()
  if (held.turn === 'none') throw new AppError('NOT_FOUND')
}

const toChallenge = (deps: CaptureDeps, subject: CaptureSubject, held: HeldCapture): LivenessChallenge => {
  const issuedOn = deps.now()
  const drawn = drawStep()
  return {
    id: newId('challenge'),
    ...toLinkOwner(subject),
    applicantId: held.applicantId,
    state: 'dealt',
    isRequired: held.challenge?.isRequired ?? false,
    begun: (held.challenge?.begun ?? 0) + 1,
    tokenHash: held.state.captureTokenHash,
    step: 1,
    ...drawn,
    issuedOn,
    expiresOn: expiryOf({ ...drawn, issuedOn }),
    isExtended: false,
    turns: {},
  }
}

/** A picture showed that the head has to be turned; with the first challenge of the link still to be begun. */
export const requireTurn = async (
  deps: CaptureDeps,
  subject: CaptureSubject,
  held: HeldCapture,
  repositories: CaptureRepositories,
): Promise<void> => {
  const challenge = { ...toChallenge(deps, subject, held), state: 'asked', isRequired: true } as const
  if (held.challenge) await dropFrames(repositories, held.challenge)
  await repositories.livenessChallenges.put({ ...challenge, begun: challenge.begun - 1 })
}
