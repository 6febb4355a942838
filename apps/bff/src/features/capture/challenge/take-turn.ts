import { AppError } from '@visavis/shared/errors'
import { type ChallengeAnswer, TURN_STEPS, TURN_WINDOW_MS } from '@visavis/shared/liveness'
import { storeFrames } from '../../pictures/index.ts'
import { withCapture } from '../capture-context.ts'
import type { CaptureSubject, HeldCapture } from '../capture-subject.ts'
import type { CaptureDeps, CaptureRepositories } from '../deps.ts'
import { assertMayTurn } from './begin-challenge.ts'
import { areOffsetsPossible, expiryOf, findTimeProblem, TURNS_LAST_MS } from './challenge-rules.ts'
import type { LivenessChallenge } from './challenges-repo.ts'
import { drawStep } from './draw-step.ts'
import { endChallenge, forgetFrames } from './end-challenge.ts'
import { findPresentStep, type StepName } from './find-present-step.ts'
import type { Turn } from './read-turn.ts'
import { toStep } from './to-step.ts'

/**
 * Keeps the frames of a step until the picture is judged, and deals the next one, which nobody knew before. Whether the
 * head was turned is not said here: who is told at once learns what passes.
 * @throws AppError CHALLENGE_OVER, CHALLENGE_FRAMES_INVALID, ATTEMPT_CLOSED, CONSENT_REQUIRED, APPLICANT_LOCKED,
 *   APPLICANT_DELAYED
 */
export const takeTurn = async (
  deps: CaptureDeps,
  subject: CaptureSubject,
  name: StepName,
  turn: Turn,
): Promise<ChallengeAnswer> => {
  const arrivedOn = deps.now()
  const applicantId = await lookAtStep(deps, subject, name, turn, arrivedOn)
  let answer: ChallengeAnswer | undefined
  const stored = {
    tenantId: subject.tenantId,
    ownerId: name.challengeId,
    applicantId,
    frames: turn.frames,
  }
  await storeFrames(deps, stored, async (repositories: CaptureRepositories, assetId) => {
    const held = await subject.hold(repositories)
    if (!held) throw new AppError('CAPTURE_TOKEN_INVALID')
    // Another request may have been quicker.
    const challenge = getPresentStep(held, name)
    const { side, turns } = challenge
    const arrived = { ...turns, [name.step]: { side, offsets: turn.offsets, assetId } }
    answer = await goOn(deps, repositories, { ...challenge, turns: arrived })
  })
  if (!answer) throw new AppError('CHALLENGE_OVER')
  return answer
}

/** Before anything is stored. @returns whose frames they are */
const lookAtStep = async (
  deps: CaptureDeps,
  subject: CaptureSubject,
  name: StepName,
  { offsets }: Turn,
  arrivedOn: Date,
): Promise<string> => {
  const looked = await withCapture(deps, subject, async (held, repositories) => {
    const challenge = getPresentStep(held, name)
    if (!findTimeProblem(challenge, arrivedOn)) {
      if (!areOffsetsPossible(offsets, challenge, arrivedOn)) throw new AppError('CHALLENGE_FRAMES_INVALID')
      return held.applicantId
    }
    await endChallenge(repositories, challenge)
    return undefined
  })
  if (looked !== undefined) return looked
  await forgetFrames(deps, subject.tenantId)
  throw new AppError('CHALLENGE_OVER')
}

/** @throws AppError CHALLENGE_OVER unless it is the step that is out now, on this very link */
const getPresentStep = (held: HeldCapture, name: StepName): LivenessChallenge => {
  assertMayTurn(held)
  const challenge = findPresentStep(held, name)
  if (!challenge) throw new AppError('CHALLENGE_OVER')
  return challenge
}

const goOn = async (
  { now }: CaptureDeps,
  { livenessChallenges }: CaptureRepositories,
  { id, step, turns }: LivenessChallenge,
): Promise<ChallengeAnswer> => {
  const issuedOn = now()
  if (step >= TURN_STEPS) {
    const expiresOn = new Date(issuedOn.getTime() + TURNS_LAST_MS)
    await livenessChallenges.update(id, { state: 'done', turns, expiresOn })
    return { next: 'capture' }
  }
  const drawn = drawStep()
  const next = { step: step + 1, ...drawn, issuedOn, expiresOn: expiryOf({ ...drawn, issuedOn }) }
  await livenessChallenges.update(id, { ...next, turns })
  return { next: 'turn', ...toStep(next) }
}

/**
 * Gives the person as long again for the present step, once in a challenge (WCAG 2.2, 2.2.1).
 * @throws AppError CHALLENGE_OVER where that was done before, or the step is over
 */
export const extendStep = (
  deps: CaptureDeps,
  subject: CaptureSubject,
  challengeId: string,
): Promise<{ expires_at: string }> =>
  withCapture(deps, subject, async (held, { livenessChallenges }) => {
    const { challenge } = held
    const present = getPresentStep(held, { challengeId, step: challenge?.step ?? 0 })
    const isLate = findTimeProblem({ ...present, afterMs: 0 }, deps.now()) !== undefined
    if (present.isExtended || isLate) throw new AppError('CHALLENGE_OVER')
    const expiresOn = new Date(present.expiresOn.getTime() + TURN_WINDOW_MS)
    await livenessChallenges.update(challengeId, { isExtended: true, expiresOn })
    return { expires_at: expiresOn.toISOString() }
  })
