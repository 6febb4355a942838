import type { Gates } from '@visavis/face-quality/gates'
import { rawOf } from '@visavis/face-quality/results'
import type { Analysis } from '../detector/run-task.ts'
import { createAssessor } from '../selfie/create-assessor.ts'
import { isFacing } from './turn-rules.ts'

/**
 * The sharpest good picture of a step, for when its time passes without a turn; it owns every frame it is given. The small
 * frames of a turn would not do: neither the dots of a print nor the pixels of a screen are left in them.
 */
export const createStill = (gates: Gates) => {
  const assess = createAssessor(gates)
  let best: { frame: ImageBitmap; sharpness: number } | null = null
  let hasFaced = false
  let hasTurned = false

  /** Another step begins. */
  const reset = () => {
    best?.frame.close()
    best = null
    hasFaced = false
    hasTurned = false
  }
  const offer = ({ frame, quality, yaw, at }: Analysis) => {
    const sharpness = rawOf(quality, 'Sharpness') ?? 0
    const { isGood } = assess(quality, at)
    // Somebody who turns, only not as asked. Before it faces the camera, the head comes back from the step before.
    if (yaw !== undefined && isFacing(yaw)) hasFaced = true
    else if (yaw !== undefined && hasFaced) hasTurned = true
    if (!isGood || (best && best.sharpness >= sharpness)) return frame.close()
    best?.frame.close()
    best = { frame, sharpness }
  }
  /** Null: none, or somebody turned. The caller then owns it. */
  const take = (): ImageBitmap | null => {
    const frame = hasTurned ? null : (best?.frame ?? null)
    if (frame) best = null
    return frame
  }
  return { offer, take, reset }
}
