import type { FaceObservation } from './types.ts'

/**
 * Stops of light. A camera that sets its exposure anew moves face and background alike, and by no more than this while
 * nobody touches the lamp. Start values: no recordings of changing light were measured.
 */
const MAX_EXPOSURE_CHANGE = 1
/** By how many stops the face may change against what is around it: a head that turns away from the window does. */
const MAX_CONTRAST_CHANGE = 0.8
/** Luma below which a step of the sensor is a large part of it. */
const FLOOR = 8

const stops = (luma: number): number => Math.log2(Math.max(luma, FLOOR))

/** Whether light and background of two pictures of a challenge may be of one place, moments apart. */
export const isSameScene = (a: FaceObservation, b: FaceObservation): boolean => {
  const face = stops(b.light.face) - stops(a.light.face)
  const around = stops(b.light.around) - stops(a.light.around)
  return (
    Math.min(Math.abs(face), Math.abs(around)) <= MAX_EXPOSURE_CHANGE &&
    Math.abs(face - around) <= MAX_CONTRAST_CHANGE
  )
}
