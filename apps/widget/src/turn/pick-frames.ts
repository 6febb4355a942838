import type { MAX_TURN_FRAMES, MIN_TURN_FRAMES, TurnSide } from '@visavis/shared/liveness'
import { type Head, type TurnProblem, towards } from './turn-rules.ts'

const MIN_FRAMES = 5 satisfies typeof MIN_TURN_FRAMES
const MAX_FRAMES = 8 satisfies typeof MAX_TURN_FRAMES
/** Of a turn that has more to choose from: each is another 25 kB to send. */
const USUAL_FRAMES = 6
/** The server wants no longer between two frames. */
const MAX_GAP_MS = 350
/** What the frames are spread by where there are many: leaves room for a camera that stutters. */
const GAP_MS = 300
/** From the first frame to the last: a little more than the server wants of its own scale. */
const SPAN_DEG = 20.5
/** Between two frames; the server takes more for a jump, which no head makes. */
const MAX_STEP_DEG = 15
/** Frames that are neither the first nor the last of the movement. */
const MIN_BETWEEN = 2

/** Where the head pointed at a moment between two looks. */
const yawAt = (heads: readonly Head[], at: number): number | undefined => {
  const next = heads.findIndex((head) => head.at >= at)
  const after = heads[next]
  const before = heads[next - 1]
  if (!after || after.at === at) return after?.yaw
  if (!before) return undefined
  return before.yaw + ((after.yaw - before.yaw) * (at - before.at)) / (after.at - before.at)
}

/** At most eight, spread evenly over the time. */
const thin = (frames: readonly Head[]): Head[] => {
  const [first] = frames
  const last = frames.at(-1)
  if (!first || !last || frames.length <= MAX_FRAMES) return [...frames]
  const count = Math.min(MAX_FRAMES, Math.max(USUAL_FRAMES, Math.ceil((last.at - first.at) / GAP_MS) + 1))
  const gap = (last.at - first.at) / (count - 1)
  const nearest = (at: number) =>
    frames.reduce((best, frame) => (Math.abs(frame.at - at) < Math.abs(best.at - at) ? frame : best))
  const spread = Array.from({ length: count }, (_, index) => nearest(first.at + gap * index))
  return [...new Set(spread)]
}

/**
 * Which of the kept frames show the turn, from the last that is still straight to the peak, or why none do. `looks`: what
 * the detector saw, the last of it the peak. A detector that is slow sees few of the frames that were kept.
 */
export const pickFrames = (
  looks: readonly Head[],
  keptAt: readonly number[],
  side: TurnSide,
): readonly number[] | TurnProblem => {
  const kept = keptAt.flatMap((at): Head[] => {
    const yaw = yawAt(looks, at)
    return yaw === undefined ? [] : [{ at, yaw }]
  })
  const peak = kept.at(-1)
  if (!peak) return 'once_more'
  const first = kept.findLastIndex(({ yaw }) => towards(side, peak.yaw - yaw) >= SPAN_DEG)
  if (first < 0) return 'once_more'
  if (kept.length - 2 - first < MIN_BETWEEN) return 'too_fast'
  // A quick turn has few frames of its own: a straight one or two before it make it five.
  const frames = thin(kept.slice(Math.max(0, Math.min(first, kept.length - MIN_FRAMES))))
  if (frames.length < MIN_FRAMES) return 'too_fast'
  const pairs = frames.slice(1).map((frame, index) => [frames[index] ?? frame, frame] as const)
  if (pairs.some(([a, b]) => Math.abs(b.yaw - a.yaw) > MAX_STEP_DEG)) return 'too_fast'
  return pairs.some(([a, b]) => b.at - a.at > MAX_GAP_MS) ? 'once_more' : frames.map(({ at }) => at)
}
