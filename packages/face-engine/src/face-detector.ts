import { type Box, overlapOf, type Pixels } from './pixels.ts'
import type { Network } from './runtime/runtime.ts'
import { sampleChip } from './sample-chip.ts'
import { sampleRegion } from './sample-region.ts'
import { squareToPicture } from './similarity.ts'

export interface DetectedFace {
  /** In pixels of the picture. */
  box: Box
  /** 0…1. */
  score: number
}

/** Constants of the library's TinyFaceDetector, `src/tinyFaceDetector/const.ts`; anchors are in grid cells. */
const ANCHORS = [
  [1.603231, 2.094468],
  [6.041143, 7.080126],
  [2.882459, 3.518061],
  [4.266906, 5.178857],
  [9.041765, 10.66308],
] as const
const MEAN_RGB = [117.001, 114.697, 97.404] as const
const MAX_OVERLAP = 0.4
const CELL_PIXELS = 32
const VALUES_PER_ANCHOR = 5

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x))

/** YOLO v2 output → boxes: centre within the cell, size relative to the anchor, confidence. */
const readFaces = (
  output: ArrayLike<number>,
  cells: number,
  side: number,
  minScore: number,
): DetectedFace[] => {
  const faces: DetectedFace[] = []
  const cell = side / cells
  for (let index = 0; index < cells * cells * ANCHORS.length; index += 1) {
    const [x = 0, y = 0, w = 0, h = 0, confidence = 0] = Array.from(
      { length: VALUES_PER_ANCHOR },
      (_, value) => output[index * VALUES_PER_ANCHOR + value] ?? 0,
    )
    const score = sigmoid(confidence)
    if (score < minScore) continue
    const [anchorWidth, anchorHeight] = ANCHORS[index % ANCHORS.length] ?? ANCHORS[0]
    const position = Math.floor(index / ANCHORS.length)
    const width = Math.exp(w) * anchorWidth * cell
    const height = Math.exp(h) * anchorHeight * cell
    const centreX = ((position % cells) + sigmoid(x)) * cell
    const centreY = (Math.floor(position / cells) + sigmoid(y)) * cell
    faces.push({ score, box: { x: centreX - width / 2, y: centreY - height / 2, width, height } })
  }
  return faces
}

/** The best of each group of boxes that overlap, best first. */
const keepBest = (faces: DetectedFace[]): DetectedFace[] => {
  const kept: DetectedFace[] = []
  for (const face of faces.toSorted((a, b) => b.score - a.score)) {
    if (kept.every(({ box }) => overlapOf(box, face.box) <= MAX_OVERLAP)) kept.push(face)
  }
  return kept
}

export interface LookOptions {
  /** Side of the network's input, a multiple of 32: smaller is faster (cost goes with its square) and misses smaller faces. */
  size: number
  minScore: number
  /** Black around the picture, in parts of its longer side: a face that fills the picture is then seen whole. */
  margin?: number
}

/** Finds faces. The input buffer of each size is made once. */
export const createFaceDetector = (network: Network) => {
  const buffers = new Map<number, Float32Array>()
  return async (pixels: Pixels, { size, minScore, margin = 0 }: LookOptions): Promise<DetectedFace[]> => {
    const input = buffers.get(size) ?? new Float32Array(size * size * 3)
    buffers.set(size, input)
    const longerSide = Math.max(pixels.width, pixels.height)
    const side = longerSide * (1 + 2 * margin)
    if (margin === 0) {
      const whole = { x: 0, y: 0, width: pixels.width, height: pixels.height }
      sampleRegion(pixels, whole, { size, mean: MEAN_RGB, placement: 'top-left' }, input)
    } else {
      const middle = { x: longerSide / 2, y: longerSide / 2 }
      sampleChip(
        pixels,
        squareToPicture(size, middle, side, 0),
        { size, mean: MEAN_RGB, divisor: 255 },
        input,
      )
    }
    const [output = []] = await network.run(input, [1, size, size, 3])
    const offset = longerSide * margin
    return keepBest(readFaces(output, size / CELL_PIXELS, side, minScore)).map(({ score, box }) => ({
      score,
      box: { ...box, x: box.x - offset, y: box.y - offset },
    }))
  }
}
export type FaceDetector = ReturnType<typeof createFaceDetector>
