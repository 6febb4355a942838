import type { HeadPose } from './fit-face.ts'
import type { HeadSurface } from './head-surface.ts'
import type { Surface } from './raster.ts'

/** The neck turns the head about a place behind its middle, and nods it lower down. */
const PIVOT = { y: 3, z: 5 }
/** From so far below the chin the body stays where it is; between, the neck twists. */
const NECK_CM = 6

export interface Placing {
  /** Of the camera from the middle of the head, and where that stands to the side and below, in centimetres. */
  distance: number
  x: number
  y: number
}

const toRadians = (degrees: number): number => (degrees * Math.PI) / 180

/** 1 for the head, 0 for the body, smooth between. */
const shareOfTurn = (y: number, chin: number): number => {
  const down = Math.min(1, Math.max(0, (y - chin) / NECK_CM))
  return 1 - down * down * (3 - 2 * down)
}

/**
 * The head in that pose before the camera. What turns: the head, on shoulders that stay, so that the neck takes up the
 * difference; or all, as when the camera goes around a person who sits still.
 */
export const turnHead = (
  head: HeadSurface,
  { yaw, pitch, roll }: HeadPose,
  { distance, x: atX, y: atY }: Placing,
  what: 'head' | 'all' = 'head',
): Surface => {
  const { pose } = head.portrait
  const [yawBy, pitchBy] = [toRadians(yaw - pose.yaw), toRadians(pitch - pose.pitch)]
  const upright = toRadians(roll - pose.roll)
  const [cosRoll, sinRoll] = [Math.cos(upright), Math.sin(upright)]
  const points = new Float32Array(head.points.length)
  for (let at = 0; at < points.length; at += 3) {
    const [x, y] = [head.points[at] ?? 0, head.points[at + 1] ?? 0]
    const z = (head.points[at + 2] ?? 0) - PIVOT.z
    // The whole picture is set upright first, body and all.
    const uprightX = x * cosRoll - y * sinRoll
    const uprightY = x * sinRoll + y * cosRoll - PIVOT.y
    const share = what === 'all' ? 1 : shareOfTurn(uprightY + PIVOT.y, head.chinCm)
    const [cosPitch, sinPitch] = [Math.cos(pitchBy * share), Math.sin(pitchBy * share)]
    const [cosYaw, sinYaw] = [Math.cos(yawBy * share), Math.sin(yawBy * share)]
    const nodY = uprightY * cosPitch + z * sinPitch
    const nodZ = z * cosPitch - uprightY * sinPitch
    points[at] = uprightX * cosYaw - nodZ * sinYaw + atX
    points[at + 1] = nodY + PIVOT.y + atY
    points[at + 2] = uprightX * sinYaw + nodZ * cosYaw + PIVOT.z + distance
  }
  return { ...head, points }
}
