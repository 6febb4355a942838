import { centred } from './fit-rotation.ts'
import { canonicalPoint, INNER_POINTS, meshPoint, rollOfEyes } from './head-points.ts'
import { dot, leastSquares } from './linear-algebra.ts'

const canonical = centred(INNER_POINTS.map(canonicalPoint))

/**
 * Logarithm of the scale along the line of the eyes over the one across it, when the canonical face is laid on the inner
 * points; the depth of the mesh is not used. A head that turns keeps both; a sheet that is turned away gets narrower by the cosine.
 */
const stretchOf = (mesh: Float32Array): number => {
  const roll = rollOfEyes(mesh)
  const [cos, sin] = [Math.cos(roll), Math.sin(roll)]
  const points = centred(INNER_POINTS.map((point) => meshPoint(mesh, point)))
  const across = leastSquares(
    canonical,
    points.map(([x, y]) => cos * x - sin * y),
  )
  const along = leastSquares(
    canonical,
    points.map(([x, y]) => sin * x + cos * y),
  )
  return Math.log(dot(across, across) / dot(along, along)) / 2
}

/** Change of the horizontal against the vertical scale from one mesh to another, as a logarithm; < 0: narrower. */
export const measureForeshortening = (before: Float32Array, after: Float32Array): number =>
  stretchOf(after) - stretchOf(before)
