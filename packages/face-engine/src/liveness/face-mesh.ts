import type { Box, Pixels, Point, Size } from '../pixels.ts'
import type { Network } from '../runtime/runtime.ts'
import { sampleChip } from '../sample-chip.ts'
import { applySimilarity, type Similarity, squareToPicture } from '../similarity.ts'
import { MESH_POINTS, rollOfEyes } from './head-points.ts'

const INPUT_SIDE = 192
/** Side of the square that is looked at, in sides of the face's box: as MediaPipe's face landmarks have it. */
const REGION_SCALE = 1.5
/**
 * The box of the detector is no more than where to begin: what it sees of a turned head reaches to another place. Looked
 * at again around its own points the mesh has the scale and place that the network knows.
 */
const LOOKS = 2
/** Logit of the network's other answer: as likely a face as not. */
const MIN_SCORE = 0

/** The box around the points of a mesh, level with a face held at that angle. */
export const boxOfMesh = (mesh: Float32Array, angle = 0): Box => {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let point = 0; point < MESH_POINTS; point += 1) {
    const [x, y] = [mesh[3 * point] ?? 0, mesh[3 * point + 1] ?? 0]
    const [across, along] = [cos * x + sin * y, cos * y - sin * x]
    left = Math.min(left, across)
    right = Math.max(right, across)
    top = Math.min(top, along)
    bottom = Math.max(bottom, along)
  }
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** Where to look for a face of that size around that point, whose eyes are at that angle. */
const squareAround = (middle: Point, { width, height }: Size, angle: number): Similarity =>
  squareToPicture(INPUT_SIDE, middle, Math.max(width, height) * REGION_SCALE, angle)

const middleOf = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 })

/** The same around a mesh. */
const squareAroundMesh = (mesh: Float32Array): Similarity => {
  const angle = rollOfEyes(mesh)
  const box = boxOfMesh(mesh, angle)
  const { x, y } = middleOf(box)
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return squareAround({ x: cos * x - sin * y, y: sin * x + cos * y }, box, angle)
}

/**
 * Finds the 468 points of the face in a detected box whose eyes are at that angle (radians): x, y and z in pixels of the
 * picture. `null`: the network sees no face there.
 */
export const createMeshLocator = (network: Network) => {
  const input = new Float32Array(INPUT_SIDE * INPUT_SIDE * 3)

  const look = async (pixels: Pixels, square: Similarity): Promise<Float32Array | null> => {
    sampleChip(pixels, square, { size: INPUT_SIDE, mean: [0, 0, 0], divisor: 255 }, input)
    const [points = [], [score = Number.NaN] = []] = await network.run(input, [1, INPUT_SIDE, INPUT_SIDE, 3])
    if (!(score >= MIN_SCORE)) return null
    const scale = Math.hypot(square.a, square.b)
    const mesh = new Float32Array(3 * MESH_POINTS)
    for (let at = 0; at < mesh.length; at += 3) {
      const { x, y } = applySimilarity(square, { x: points[at] ?? 0, y: points[at + 1] ?? 0 })
      mesh.set([x, y, (points[at + 2] ?? 0) * scale], at)
    }
    return mesh
  }

  return async (pixels: Pixels, box: Box, angle: number): Promise<Float32Array | null> => {
    let mesh = await look(pixels, squareAround(middleOf(box), box, angle))
    for (let looks = 1; looks < LOOKS && mesh !== null; looks += 1) {
      mesh = await look(pixels, squareAroundMesh(mesh))
    }
    return mesh
  }
}
export type MeshLocator = ReturnType<typeof createMeshLocator>
