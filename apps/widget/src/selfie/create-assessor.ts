import { evaluateGates, type GateFailure, isCapturable } from '@visavis/face-quality/evaluate-gates'
import type { FrameQuality } from '@visavis/face-quality/frame-types'
import type { Gates } from '@visavis/face-quality/gates'
import { type GuidanceState, nextGuidance, START_GUIDANCE } from '@visavis/face-quality/guidance'
import { createHintPatience } from './hint-patience.ts'

/** A head that moves is waited for, but "hold still" says it better than "blurred". */
const isMovement = ({ code, gates }: GateFailure): boolean =>
  code === 'blurry' && gates.every((gate) => gate === 'motion')

/** What keeps a frame from being the picture, and what the person is told, from one frame to the next. */
export const createAssessor = (gates: Gates) => {
  const stillWorth = createHintPatience()
  let failures: readonly GateFailure[] = []
  let guidance: GuidanceState = START_GUIDANCE
  return (quality: FrameQuality, now: number) => {
    failures = evaluateGates(quality, failures, gates)
    const waitedFor = stillWorth(failures, now)
    const told = waitedFor.filter((failure) => !isMovement(failure))
    guidance = nextGuidance(guidance, told, now)
    return { isGood: isCapturable(quality, failures) && waitedFor.length === 0, shown: guidance.shown }
  }
}
