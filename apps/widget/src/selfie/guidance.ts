import type { Direction, FailureCode } from '@visavis/face-quality/failure-codes'
import type { Guidance } from '@visavis/face-quality/guidance'

/** A camera of low resolution is nothing the person can mend, so it is never told. */
type Told = Exclude<FailureCode, 'low_resolution'>

/** `starting`: the on-device engine is on its way. `manual`: it will not come, the person presses the button. */
export type GuidanceCode = Told | 'hold_still' | 'starting' | 'manual'

/** Which way to go or turn, in the person's own left and right. */
export type Steer = 'left' | 'right' | 'up' | 'down' | 'upright'

export interface GuidanceEvent {
  type: 'guidance.changed'
  code: GuidanceCode
  steer: Steer | null
  /** Share of the steady moment that has passed, 0 to 1. */
  steadiness: number
}

/** Away from where the face lies or points. */
const STEERS: Readonly<Record<Direction, Steer>> = {
  left: 'right',
  right: 'left',
  up: 'down',
  down: 'up',
  tilted: 'upright',
}

const toGuidanceCode = (shown: Guidance | undefined): GuidanceCode => {
  if (!shown) return 'starting'
  return shown.code === 'low_resolution' ? 'hold_still' : shown.code
}

const toSteer = (shown: Guidance | undefined): Steer | null =>
  shown?.direction ? STEERS[shown.direction] : null

export const toGuidanceEvent = (shown: Guidance | undefined, steadiness: number): GuidanceEvent => ({
  type: 'guidance.changed',
  code: toGuidanceCode(shown),
  steer: toSteer(shown),
  steadiness,
})
