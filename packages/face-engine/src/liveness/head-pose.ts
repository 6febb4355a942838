import { centred, type FittedRotation, fitRotation } from './fit-rotation.ts'
import { canonicalPoint, meshPoint, STILL_POINTS } from './head-points.ts'
import type { HeadPose } from './types.ts'

const DEGREES = 180 / Math.PI

/** Degrees. Farther turned a head is neither where a turn begins nor what the passive network has seen. */
const MAX_FRONTAL_YAW = 12

export const isFrontal = ({ yaw }: HeadPose): boolean => Math.abs(yaw) <= MAX_FRONTAL_YAW

const canonical = centred(STILL_POINTS.map(canonicalPoint))

/** How the canonical face has to be turned and scaled to lie on the mesh; scale: pixels a centimetre. */
export const fitHead = (mesh: Float32Array): FittedRotation =>
  fitRotation(canonical, centred(STILL_POINTS.map((point) => meshPoint(mesh, point))))

/** By the points of the mesh that keep their places on the head, of which the canonical face has the same. */
export const measurePose = (mesh: Float32Array): HeadPose => {
  const { rotation } = fitHead(mesh)
  const [right, up, ahead] = rotation
  // The third column: where the face looks.
  const looks = { x: right[2], y: up[2], z: ahead[2] }
  return {
    yaw: Math.atan2(looks.x, looks.z) * DEGREES,
    pitch: Math.asin(Math.min(1, Math.max(-1, looks.y))) * DEGREES,
    // The first: where its left side is.
    roll: -Math.atan2(up[0], right[0]) * DEGREES,
  }
}
