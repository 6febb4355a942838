import { centreOf, type Point } from './pixels.ts'

/** Turns, scales and shifts, never shears: (x, y) → (a·x − b·y + x0, b·x + a·y + y0). */
export interface Similarity {
  a: number
  b: number
  x: number
  y: number
}

export const applySimilarity = ({ a, b, x, y }: Similarity, point: Point): Point => ({
  x: a * point.x - b * point.y + x,
  y: b * point.x + a * point.y + y,
})

/**
 * The similarity that takes the points `from` nearest to the points `to`, by least squares: S. Umeyama, Least-squares
 * estimation of transformation parameters between two point patterns (1991), which in the plane, without mirroring,
 * has this closed form. NaN where all of `from` are one point.
 */
export const fitSimilarity = (from: readonly Point[], to: readonly Point[]): Similarity => {
  const [source, target] = [centreOf(from), centreOf(to)]
  let [spread, along, across] = [0, 0, 0]
  for (const [index, point] of from.entries()) {
    const other = to[index] ?? target
    const [x, y, u, v] = [point.x - source.x, point.y - source.y, other.x - target.x, other.y - target.y]
    spread += x * x + y * y
    along += x * u + y * v
    across += x * v - y * u
  }
  const [a, b] = [along / spread, across / spread]
  return { a, b, x: target.x - a * source.x + b * source.y, y: target.y - b * source.x - a * source.y }
}

/** Takes a square of that many pixels to a square of the picture: its middle, its side, turned by `angle` (radians). */
export const squareToPicture = (size: number, middle: Point, side: number, angle: number): Similarity => {
  const [a, b] = [(Math.cos(angle) * side) / size, (Math.sin(angle) * side) / size]
  const half = size / 2
  return { a, b, x: middle.x - a * half + b * half, y: middle.y - b * half - a * half }
}
