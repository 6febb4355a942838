import { MAX_TURN_FRAMES, MIN_TURN_FRAMES, TURN_WINDOW_MS } from '@visavis/shared/liveness'
import type { LivenessPolicy, LivenessStepUp } from '@visavis/shared/user-journeys'

/**
 * What a step's frames may take on their way, beside the time that the person has: eight of 32 kB over a line of
 * 0.5 Mbit/s are 4.1 s, the slowest that this project counts with, and both ways of the answer half a second each.
 */
const TRAVEL_MS = 5000
/** How long turns that are here wait for the picture. It follows at once; one that is blurred may be taken again. */
export const TURNS_LAST_MS = 120_000
/** A page may be so much early: it times by frames, which come every 33 to 100 ms. */
const EARLY_MS = 150

interface Step {
  afterMs: number
  issuedOn: Date
  expiresOn: Date
  isExtended: boolean
}

/** When the step is void, as the page is told. */
export const expiryOf = ({ afterMs, issuedOn }: Pick<Step, 'afterMs' | 'issuedOn'>): Date =>
  new Date(issuedOn.getTime() + afterMs + TURN_WINDOW_MS)

/**
 * What is wrong with the time at which frames are here whole: before the person could be asked, which no page of ours
 * does, or after all allowances. A clock that was put back makes it early too.
 */
export const findTimeProblem = (
  { afterMs, issuedOn, expiresOn }: Step,
  arrivedOn: Date,
): 'early' | 'late' | undefined => {
  if (arrivedOn.getTime() < issuedOn.getTime() + afterMs) return 'early'
  return arrivedOn.getTime() > expiresOn.getTime() + TRAVEL_MS ? 'late' : undefined
}

/** Whether the frames can have been taken within the step, by the times that the page gives them. */
export const areOffsetsPossible = (
  offsets: readonly number[],
  { afterMs, issuedOn, isExtended }: Step,
  arrivedOn: Date,
): boolean => {
  const [first = -1] = offsets
  const last = offsets.at(-1) ?? -1
  const isCount = offsets.length >= MIN_TURN_FRAMES && offsets.length <= MAX_TURN_FRAMES
  const isRising = offsets.every((offset, index) => index === 0 || offset > (offsets[index - 1] ?? 0))
  const window = isExtended ? 2 * TURN_WINDOW_MS : TURN_WINDOW_MS
  // None of them was taken after they were here.
  const isPast = last <= arrivedOn.getTime() - issuedOn.getTime() + EARLY_MS
  return isCount && isRising && first >= afterMs - EARLY_MS && last <= afterMs + window && isPast
}

interface Asking {
  livenessPolicy: LivenessPolicy
  livenessStepUp: LivenessStepUp | null
}

/** Whether a link of that journey may ever ask for a turn. */
export const mayAskForTurn = ({ livenessPolicy, livenessStepUp }: Asking): boolean =>
  livenessPolicy === 'active' || (livenessPolicy === 'passive' && livenessStepUp !== null)

/** `due`: before a picture is taken. `done`: it is here and waits for the picture. */
export type TurnNeed = 'none' | 'due' | 'done'

interface Known {
  state: string
  isRequired: boolean
  tokenHash: Uint8Array
  expiresOn: Date
}

/** @param isRepeated the applicant was declined more than once of late */
export const needOfTurn = (
  journey: Asking | undefined,
  challenge: Known | undefined,
  { tokenHash, isRepeated, now }: { tokenHash: Uint8Array; isRepeated: boolean; now: Date },
): TurnNeed => {
  if (!journey || !mayAskForTurn(journey)) return 'none'
  const isStepUp = isRepeated && journey.livenessStepUp?.when.includes('repeated_declines')
  if (journey.livenessPolicy === 'passive' && !isStepUp && !challenge?.isRequired) return 'none'
  const isDone =
    challenge?.state === 'done' && now <= challenge.expiresOn && isSameToken(challenge.tokenHash, tokenHash)
  return isDone ? 'done' : 'due'
}

/** Hashes of tokens: nobody can feel their way along one. */
export const isSameToken = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index])

/** Whether a video of the turns is kept: only beside what else is kept of them, and of no enrolment. */
export const keepsVideo = (
  journey: { livenessEvidenceDays: number; faceVideo: boolean } | undefined,
  purpose: 'authentication' | 'enrolment',
): boolean =>
  purpose === 'authentication' &&
  journey !== undefined &&
  journey.faceVideo &&
  journey.livenessEvidenceDays > 0
