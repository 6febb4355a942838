import { dot, largestEigenvector, type Matrix, type Vector3 } from './linear-algebra.ts'

export interface FittedRotation {
  /** Three rows. */
  rotation: readonly [Vector3, Vector3, Vector3]
  scale: number
}

/** The points with their middle taken off. */
export const centred = (points: readonly Vector3[]): Vector3[] => {
  const mean = (axis: 0 | 1 | 2) => points.reduce((sum, point) => sum + point[axis], 0) / points.length
  const [x, y, z] = [mean(0), mean(1), mean(2)]
  return points.map((point) => [point[0] - x, point[1] - y, point[2] - z])
}

/**
 * The rotation and scale that take the points `from` nearest to the points `to`, by least squares; both with their
 * middles at nought. B. K. P. Horn, Closed-form solution of absolute orientation using unit quaternions (1987).
 */
export const fitRotation = (from: readonly Vector3[], to: readonly Vector3[]): FittedRotation => {
  const sum = (i: 0 | 1 | 2, j: 0 | 1 | 2) =>
    from.reduce((total, point, index) => total + point[i] * (to[index]?.[j] ?? 0), 0)
  const [xx, xy, xz] = [sum(0, 0), sum(0, 1), sum(0, 2)]
  const [yx, yy, yz] = [sum(1, 0), sum(1, 1), sum(1, 2)]
  const [zx, zy, zz] = [sum(2, 0), sum(2, 1), sum(2, 2)]
  const horn: Matrix = [
    [xx + yy + zz, yz - zy, zx - xz, xy - yx],
    [yz - zy, xx - yy - zz, xy + yx, zx + xz],
    [zx - xz, xy + yx, yy - xx - zz, yz + zy],
    [xy - yx, zx + xz, yz + zy, zz - xx - yy],
  ]
  const [w = 1, x = 0, y = 0, z = 0] = largestEigenvector(horn)
  const rotation = [
    [w * w + x * x - y * y - z * z, 2 * (x * y - w * z), 2 * (x * z + w * y)],
    [2 * (x * y + w * z), w * w - x * x + y * y - z * z, 2 * (y * z - w * x)],
    [2 * (x * z - w * y), 2 * (y * z + w * x), w * w - x * x - y * y + z * z],
  ] as const
  const spread = from.reduce((total, point) => total + dot(point, point), 0)
  const along = from.reduce(
    (total, point, index) =>
      total +
      dot(
        to[index] ?? point,
        rotation.map((row) => dot(row, point)),
      ),
    0,
  )
  return { rotation, scale: along / spread }
}
