import type { Point, Size } from './frame-types.ts'

/** Whether `c` lies to the left of the way from `a` to `b` (> 0), on it (0) or to the right. */
const turn = (a: Point, b: Point, c: Point): number => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)

const chain = (points: readonly Point[]): Point[] => {
  const kept: Point[] = []
  for (const point of points) {
    for (
      let b = kept.at(-1), a = kept.at(-2);
      a && b && turn(a, b, point) <= 0;
      b = kept.at(-1), a = kept.at(-2)
    ) {
      kept.pop()
    }
    kept.push(point)
  }
  return kept.slice(0, -1)
}

/** Corners of the convex hull, in order around it (Andrew's monotone chain). */
export const convexHull = (points: readonly Point[]): Point[] => {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y)
  return [...chain(sorted), ...chain(sorted.toReversed())]
}

/** Pixels `from` to `to`, the latter excluded, of row `y`. */
export interface Span {
  y: number
  from: number
  to: number
}

/** Rows of the pixels whose centres lie in a convex polygon, cut to a picture of `size`. */
export const spansOf = (polygon: readonly Point[], size: Size): Span[] => {
  const spans: Span[] = []
  for (let y = 0; y < size.height; y += 1) {
    const centre = y + 0.5
    let [left, right] = [Infinity, -Infinity]
    polygon.forEach((a, index) => {
      const b = polygon[(index + 1) % polygon.length] ?? a
      if (a.y > centre === b.y > centre) return
      const x = a.x + ((centre - a.y) / (b.y - a.y)) * (b.x - a.x)
      left = Math.min(left, x)
      right = Math.max(right, x)
    })
    const from = Math.max(0, Math.ceil(left - 0.5))
    const to = Math.min(size.width, Math.floor(right - 0.5) + 1)
    if (from < to) spans.push({ y, from, to })
  }
  return spans
}
