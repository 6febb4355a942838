import type { FaceMeasures, Point } from './face-measures.ts'
import { GATES, type Gate } from './gates.ts'
import { STAGE_ASPECT } from './oval.ts'

/** What keeps a frame from being the picture, worst first; `hold_still` when nothing does. */
export type Verdict =
  | 'no_face'
  | 'several_faces'
  | 'too_far'
  | 'too_close'
  | 'off_centre'
  | 'turned'
  | 'eyes_closed'
  | 'too_dark'
  | 'too_bright'
  | 'hold_still'

/** A tight crop is "too close" from here on, else "off centre". Own choice: the upper third of the allowed range. */
const CLOSE_SHARE = 0.34

/** Height of the part of the frame that the stage shows, in pixels: the whole frame unless it is taller than that. */
export const shownHeight = ({ width, height }: FaceMeasures['frame']): number =>
  Math.min(height, width / STAGE_ASPECT)

const offsetFrom = (centre: Point, { width, height }: FaceMeasures['frame'], shown: number): number =>
  Math.max(Math.abs(centre.x - width / 2), Math.abs(centre.y - height / 2)) / shown

const hasTightMargin = (
  { frame, eyes, interEyePx, eyeToChinPx, isInside }: FaceMeasures,
  isBelow: (value: number, gate: Gate) => boolean,
): boolean =>
  !isInside ||
  isBelow(Math.min(eyes.x, frame.width - eyes.x) / interEyePx, GATES.marginSide) ||
  isBelow(eyes.y / eyeToChinPx, GATES.marginAbove) ||
  isBelow((frame.height - eyes.y) / eyeToChinPx, GATES.marginBelow)

/**
 * The first check that fails, in the order framing, pose, eyes, light. `shown`: the message the person sees now; its
 * own gates then ask for a little more before they clear.
 */
export const judgeFrame = (measures: FaceMeasures | null, shown: Verdict | null): Verdict => {
  if (!measures) return 'no_face'
  const above = (verdict: Verdict) => (value: number, gate: Gate) =>
    value > (shown === verdict ? gate.clear : gate.limit)
  const below = (verdict: Verdict) => (value: number, gate: Gate) =>
    value < (shown === verdict ? gate.clear : gate.limit)

  const { frame, interEyePx, eyeToChinPx, centre, pose, eyeOpenness, light } = measures
  const height = shownHeight(frame)
  const faceShare = eyeToChinPx / height

  if (above('several_faces')(measures.secondFaceShare, GATES.secondFaceShare)) return 'several_faces'
  const isFar = below('too_far')
  if (isFar(interEyePx, GATES.interEyePx) || isFar(faceShare, GATES.faceShareFar)) return 'too_far'
  if (above('too_close')(faceShare, GATES.faceShareClose)) return 'too_close'
  if (faceShare > CLOSE_SHARE && hasTightMargin(measures, below('too_close'))) return 'too_close'
  if (above('off_centre')(offsetFrom(centre, frame, height), GATES.offset)) return 'off_centre'
  if (hasTightMargin(measures, below('off_centre'))) return 'off_centre'
  const isTurned = above('turned')
  if (
    isTurned(Math.abs(pose.yaw), GATES.yaw) ||
    isTurned(Math.abs(pose.pitch), GATES.pitch) ||
    isTurned(Math.abs(pose.roll), GATES.roll)
  ) {
    return 'turned'
  }
  if (below('eyes_closed')(eyeOpenness, GATES.eyeOpenness)) return 'eyes_closed'
  if (above('too_dark')(light.underExposed, GATES.underExposed)) return 'too_dark'
  if (above('too_bright')(light.overExposed, GATES.overExposed)) return 'too_bright'
  return 'hold_still'
}
