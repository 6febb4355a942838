import type { Point } from '../pixels.ts'
import { centred } from './fit-rotation.ts'
import { CANONICAL_INTER_EYE, canonicalPoint, INNER_POINTS } from './head-points.ts'
import { fitHead } from './head-pose.ts'
import { fitHomography } from './homography.ts'
import { dot, leastSquares, type Matrix, solve } from './linear-algebra.ts'

export interface Parallax {
  /** How far the relief of a head moved to the right, in parts of its depth: of a head, the sine of the angle. */
  relief: number
  /** Between what moved and how a head's relief would have, 0 to 1. */
  correlation: number
}

/** Inner points in units of the distance between the eyes of a head that looks ahead, as far from the camera. */
const innerPoints = (mesh: Float32Array): Point[] => {
  const size = fitHead(mesh).scale * CANONICAL_INTER_EYE
  return INNER_POINTS.map((point) => ({
    x: (mesh[3 * point] ?? Number.NaN) / size,
    y: (mesh[3 * point + 1] ?? Number.NaN) / size,
  }))
}

const aroundMiddle = (points: readonly Point[]): Point[] => {
  const x = points.reduce((sum, point) => sum + point.x, 0) / points.length
  const y = points.reduce((sum, point) => sum + point.y, 0) / points.length
  return points.map((point) => ({ x: point.x - x, y: point.y - y }))
}

/** How far before the middle each inner point lies on a head that is held as in this mesh, in the same units. */
const depthsOf = (mesh: Float32Array): number[] => {
  const [, , ahead] = fitHead(mesh).rotation
  return centred(INNER_POINTS.map(canonicalPoint)).map((point) => dot(ahead, point) / CANONICAL_INTER_EYE)
}

/** What is left of a field of shifts, all x and then all y, once everything a plane explains is taken off. */
const withoutPlane = (field: readonly number[], planes: Matrix): number[] => {
  const shares = leastSquares(planes, field)
  return field.map((value, index) => value - dot(planes[index] ?? [], shares))
}

/**
 * Plane and parallax: what moves between two pictures of a flat thing is a homography, whatever it does. What is left
 * over beside the best one is relief, and how it is spread says whether it is a head's. R. Hartley and A. Zisserman,
 * Multiple View Geometry, 13.3.
 */
export const measureParallax = (before: Float32Array, after: Float32Array): Parallax => {
  const [from, to] = [aroundMiddle(innerPoints(before)), innerPoints(after)]
  const homography = fitHomography(from, to)
  const left = from.map((point, index) => {
    const explained = homography(point)
    const seen = to[index] ?? explained
    return { x: seen.x - explained.x, y: seen.y - explained.y }
  })
  // A homography near the identity moves points by these eight fields.
  const planes = [
    ...from.map(({ x, y }) => [x, y, 1, 0, 0, 0, x * x, x * y]),
    ...from.map(({ x, y }) => [0, 0, 0, x, y, 1, x * y, y * y]),
  ]
  const depths = depthsOf(before)
  const none = depths.map(() => 0)
  const across = withoutPlane([...depths, ...none], planes)
  const along = withoutPlane([...none, ...depths], planes)
  const moved = withoutPlane([...left.map(({ x }) => x), ...left.map(({ y }) => y)], planes)
  const mixed = dot(across, along)
  const [relief = 0, up = 0] = solve(
    [
      [dot(across, across), mixed],
      [mixed, dot(along, along)],
    ],
    [dot(across, moved), dot(along, moved)],
  )
  const explained = across.map((value, index) => relief * value + up * (along[index] ?? 0))
  return {
    relief,
    correlation: Math.sqrt(Math.min(1, dot(explained, explained) / dot(moved, moved))),
  }
}
