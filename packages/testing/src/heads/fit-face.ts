import { CANONICAL_FACE } from '@visavis/face-models/canonical-face'

/** In degrees, as the face engine measures it. Yaw > 0: the nose points to the right of the picture. Pitch > 0: up. */
export interface HeadPose {
  yaw: number
  pitch: number
  /** > 0: clockwise in the picture. */
  roll: number
}

export interface FittedFace {
  /** Pixels of the picture to a centimetre of the head. */
  pixelsPerCm: number
  /** Where the middle of the head, between the ears, is in the picture. */
  centre: { x: number; y: number }
  /** How far each of the 468 points is behind the middle of the head as the camera sees it, in centimetres. */
  depths: Float32Array
}

const toRadians = (degrees: number): number => (degrees * Math.PI) / 180

/** The canonical face in that pose, seen from far away: x to the right, y down, z away from the camera. */
const poseCanonicalFace = ({ yaw, pitch, roll }: HeadPose): Float32Array => {
  const [cosYaw, sinYaw] = [Math.cos(toRadians(yaw)), Math.sin(toRadians(yaw))]
  const [cosPitch, sinPitch] = [Math.cos(toRadians(pitch)), Math.sin(toRadians(pitch))]
  const [cosRoll, sinRoll] = [Math.cos(toRadians(roll)), Math.sin(toRadians(roll))]
  const posed = new Float32Array(CANONICAL_FACE.length)
  for (let at = 0; at < posed.length; at += 3) {
    const x = CANONICAL_FACE[at] ?? 0
    const y = -(CANONICAL_FACE[at + 1] ?? 0)
    const z = -(CANONICAL_FACE[at + 2] ?? 0)
    const [rolledX, rolledY] = [x * cosRoll - y * sinRoll, x * sinRoll + y * cosRoll]
    const [pitchedY, pitchedZ] = [rolledY * cosPitch + z * sinPitch, z * cosPitch - rolledY * sinPitch]
    posed[at] = rolledX * cosYaw - pitchedZ * sinYaw
    posed[at + 1] = pitchedY
    posed[at + 2] = rolledX * sinYaw + pitchedZ * cosYaw
  }
  return posed
}

/**
 * Lays the canonical face over a person's 468 points in a picture: how large it is there, where, and what depth it
 * gives each point. `places` holds x and y of each.
 */
export const fitFace = (places: ArrayLike<number>, pose: HeadPose): FittedFace => {
  const posed = poseCanonicalFace(pose)
  const count = posed.length / 3
  const mean = { x: 0, y: 0, ofX: 0, ofY: 0 }
  for (let index = 0; index < count; index += 1) {
    mean.x += (posed[3 * index] ?? 0) / count
    mean.y += (posed[3 * index + 1] ?? 0) / count
    mean.ofX += (places[2 * index] ?? 0) / count
    mean.ofY += (places[2 * index + 1] ?? 0) / count
  }
  // Least squares for scale and shift; there is no rotation left.
  let [together, own] = [0, 0]
  for (let index = 0; index < count; index += 1) {
    const [x, y] = [(posed[3 * index] ?? 0) - mean.x, (posed[3 * index + 1] ?? 0) - mean.y]
    together += x * ((places[2 * index] ?? 0) - mean.ofX) + y * ((places[2 * index + 1] ?? 0) - mean.ofY)
    own += x * x + y * y
  }
  const pixelsPerCm = together / own
  return {
    pixelsPerCm,
    centre: { x: mean.ofX - pixelsPerCm * mean.x, y: mean.ofY - pixelsPerCm * mean.y },
    depths: Float32Array.from({ length: count }, (_, index) => posed[3 * index + 2] ?? 0),
  }
}
