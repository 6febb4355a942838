import { CANONICAL_FACE } from '@visavis/face-models/canonical-face'
import type { Vector3 } from './linear-algebra.ts'

export const MESH_POINTS = CANONICAL_FACE.length / 3

const toVector = (numbers: Float32Array, point: number): Vector3 => [
  numbers[3 * point] ?? Number.NaN,
  numbers[3 * point + 1] ?? Number.NaN,
  numbers[3 * point + 2] ?? Number.NaN,
]

export const canonicalPoint = (point: number): Vector3 => toVector(CANONICAL_FACE, point)

/** Point of a mesh on the axes of the canonical face: x to the right of the picture, y up, z towards the camera. */
export const meshPoint = (mesh: Float32Array, point: number): Vector3 => {
  const [x, y, z] = toVector(mesh, point)
  return [x, -y, -z]
}

/** Of the canonical face, in centimetres: where things lie that move without the head. */
const LIDS = { x: 3.15, y: 2.6, halfWidth: 1.65, halfHeight: 0.75 } as const
const BROWS = { fromX: 1, fromY: 3.75, toY: 5.5 } as const
/** Under the nose. */
const MOUTH_BELOW = -2.5
/** Temples and the edge of the jaw: seen from the side, the mesh puts them where the outline is, not where they are. */
const OUTLINE_FROM_X = 6.5
const FOREHEAD_FROM = 5.5

const isLid = (x: number, y: number): boolean =>
  Math.hypot((Math.abs(x) - LIDS.x) / LIDS.halfWidth, (y - LIDS.y) / LIDS.halfHeight) < 1
const isBrow = (x: number, y: number): boolean =>
  Math.abs(x) > BROWS.fromX && Math.abs(x) < OUTLINE_FROM_X && y > BROWS.fromY && y < BROWS.toY
const isMouth = (x: number, y: number): boolean => y < MOUTH_BELOW && Math.abs(x) < OUTLINE_FROM_X

const all = Array.from({ length: MESH_POINTS }, (_, point) => point)

/** Points that keep their places on the head whatever the face does. */
export const STILL_POINTS: readonly number[] = all.filter((point) => {
  const [x, y] = canonicalPoint(point)
  return !isLid(x, y) && !isBrow(x, y) && !isMouth(x, y)
})

/** Those of them that are seen well from both sides: nose, cheeks, and what is around the eyes. */
export const INNER_POINTS: readonly number[] = STILL_POINTS.filter((point) => {
  const [x, y] = canonicalPoint(point)
  return Math.abs(x) < OUTLINE_FROM_X && y < FOREHEAD_FROM
})

/** Corners of both eyes, outer and inner; left and right of the picture. */
const EYES = { left: [33, 133], right: [263, 362] } as const

/** Radians the line through the eyes of a mesh is off the horizontal; positive: clockwise in the picture. */
export const rollOfEyes = (mesh: Float32Array): number => {
  const middle = ([a, b]: readonly [number, number]) => {
    const [p, q] = [toVector(mesh, a), toVector(mesh, b)]
    return { x: (p[0] + q[0]) / 2, y: (p[1] + q[1]) / 2 }
  }
  const [left, right] = [middle(EYES.left), middle(EYES.right)]
  return Math.atan2(right.y - left.y, right.x - left.x)
}

/** Between the middles of the eyes of the canonical face, in centimetres. */
export const CANONICAL_INTER_EYE =
  (canonicalPoint(EYES.right[0])[0] + canonicalPoint(EYES.right[1])[0]) / 2 -
  (canonicalPoint(EYES.left[0])[0] + canonicalPoint(EYES.left[1])[0]) / 2
