/** In degrees, as seen by the person. */
export interface HeadPose {
  /** + turned to the person's own left: to the right of a picture that is not mirrored. */
  yaw: number
  /** + looking up. */
  pitch: number
  /** + leaning to the person's own right shoulder: anticlockwise in a picture that is not mirrored. */
  roll: number
}

const DEGREES = 180 / Math.PI
/** A rotation keeps lengths: shorter axes mean that the landmarker had nothing to solve. */
const SHORTEST_AXIS = 1e-6

/**
 * Angles of a facial transformation matrix, 16 numbers column by column, x right, y up, z to the camera. The
 * rotation is taken apart as roll · yaw · pitch, the order of OFIQ; a common scale is divided out.
 * `undefined` when the numbers are no rotation.
 */
export const poseOf = (matrix: readonly number[] | Float32Array): HeadPose | undefined => {
  const at = (row: number, column: number) => matrix[column * 4 + row] ?? Number.NaN
  const [x, y, z] = [0, 1, 2].map((column) => Math.hypot(at(0, column), at(1, column), at(2, column)))
  if (!(Math.min(x ?? 0, y ?? 0, z ?? 0) > SHORTEST_AXIS)) return undefined
  const scale = x ?? 1
  const sinYaw = Math.min(1, Math.max(-1, -at(2, 0) / scale))
  const pose = {
    yaw: Math.asin(sinYaw) * DEGREES,
    pitch: -Math.atan2(at(2, 1) / (y ?? 1), at(2, 2) / (z ?? 1)) * DEGREES,
    roll: Math.atan2(at(1, 0), at(0, 0)) * DEGREES,
  }
  return Number.isFinite(pose.yaw + pose.pitch + pose.roll) ? pose : undefined
}
