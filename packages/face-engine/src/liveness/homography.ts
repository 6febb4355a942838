import type { Point } from '../pixels.ts'
import { leastSquares } from './linear-algebra.ts'

/** What a pinhole camera can make of a plane. */
export type Homography = (point: Point) => Point

/** From a few rounds on, weights change no more. */
const ROUNDS = 6

/** Points around nought at a mean distance of √2: R. Hartley, In defense of the eight-point algorithm (1997). */
const normalise = (points: readonly Point[]) => {
  const x = points.reduce((sum, point) => sum + point.x, 0) / points.length
  const y = points.reduce((sum, point) => sum + point.y, 0) / points.length
  const distance =
    points.reduce((sum, point) => sum + Math.hypot(point.x - x, point.y - y), 0) / points.length
  const scale = Math.SQRT2 / distance
  return {
    to: (point: Point): Point => ({ x: (point.x - x) * scale, y: (point.y - y) * scale }),
    back: (point: Point): Point => ({ x: point.x / scale + x, y: point.y / scale + y }),
  }
}

/** Takes the points `from` nearest to the points `to`: exactly where both are pictures of one plane. */
export const fitHomography = (from: readonly Point[], to: readonly Point[]): Homography => {
  const [source, target] = [normalise(from), normalise(to)]
  const pairs = from.map((point, index) => ({
    from: source.to(point),
    to: target.to(to[index] ?? { x: Number.NaN, y: Number.NaN }),
  }))
  const rows = pairs.flatMap(({ from: { x, y }, to: { x: u, y: v } }) => [
    [x, y, 1, 0, 0, 0, -u * x, -u * y],
    [0, 0, 0, x, y, 1, -v * x, -v * y],
  ])
  const values = pairs.flatMap(({ to: { x, y } }) => [x, y])
  let h: readonly number[] = new Array<number>(8).fill(0)
  for (let round = 0; round < ROUNDS; round += 1) {
    // The equations are those of the distances times the depth; divided by it, they are of distances in the picture.
    const weights = pairs.flatMap(({ from: { x, y } }) => {
      const depth = (h[6] ?? 0) * x + (h[7] ?? 0) * y + 1
      return [1 / depth ** 2, 1 / depth ** 2]
    })
    h = leastSquares(rows, values, weights)
  }
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, i = 0] = h
  return (point) => {
    const { x, y } = source.to(point)
    const depth = g * x + i * y + 1
    return target.back({ x: (a * x + b * y + c) / depth, y: (d * x + e * y + f) / depth })
  }
}
