import { isId } from '@visavis/shared/ids'
import type { HeldCapture } from '../capture-subject.ts'
import { findTimeProblem, isSameToken } from './challenge-rules.ts'
import type { LivenessChallenge } from './challenges-repo.ts'

export interface StepName {
  challengeId: string
  /** From 1. */
  step: number
}

/** The step, where it is the one that is out now, on this very link. */
export const findPresentStep = (
  { challenge, state }: Pick<HeldCapture, 'challenge' | 'state'>,
  { challengeId, step }: StepName,
): LivenessChallenge | undefined =>
  challenge?.id === challengeId &&
  challenge.state === 'dealt' &&
  challenge.step === step &&
  isSameToken(challenge.tokenHash, state.captureTokenHash)
    ? challenge
    : undefined

/** Whether a picture may come in the place of that step: what comes early or late of a turn does so of this as well. */
export const mayReplaceStep = (held: HeldCapture, name: StepName, now: Date): boolean => {
  const challenge = findPresentStep(held, name)
  return challenge !== undefined && !findTimeProblem(challenge, now)
}

/** `undefined` without the header, or where it names no step. */
export const readUnturnedStep = (header: string | undefined): StepName | undefined => {
  const [challengeId = '', step = ''] = header?.split('/') ?? []
  return isId('challenge', challengeId) && /^[1-9]$/.test(step)
    ? { challengeId, step: Number(step) }
    : undefined
}
