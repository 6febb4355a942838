import type { Point } from './face-measures.ts'

/** Lower contour from temple to temple and both brows: OFIQ's face region has no forehead, where hair begins. */
const OUTLINE = [
  234, 93, 132, 58, 172, 136, 150, 149, 176, 148, 152, 377, 400, 378, 379, 365, 397, 288, 361, 323, 454, 70,
  63, 105, 66, 107, 336, 296, 334, 293, 300,
] as const

const cross = (o: Point, a: Point, b: Point): number => (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x)

const halfHull = (points: readonly Point[]): Point[] => {
  const hull: Point[] = []
  for (const point of points) {
    for (;;) {
      const [before, last] = hull.slice(-2)
      if (!before || !last || cross(before, last, point) > 0) break
      hull.pop()
    }
    hull.push(point)
  }
  return hull.slice(0, -1)
}

/** Convex hull, counter-clockwise in a y-up plane (Andrew's monotone chain). */
export const convexHull = (points: readonly Point[]): Point[] => {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y)
  return [...halfHull(sorted), ...halfHull(sorted.reverse())]
}

/** The skin region of a face: hull of its contour and brows. `points`: the mesh, in any unit. */
export const faceOutline = (points: readonly Point[]): Point[] =>
  convexHull(OUTLINE.flatMap((index) => points[index] ?? []))
