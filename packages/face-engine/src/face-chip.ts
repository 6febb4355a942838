import { centreOf, type Point } from './pixels.ts'
import { fitSimilarity, type Similarity } from './similarity.ts'

/** Where a network wants the eyes, the tip of the nose and the corners of the mouth, in pixels of its input. */
export interface FaceChip {
  /** Side of the network's input. */
  readonly size: number
  readonly points: readonly Point[]
}

/** As InsightFace and what was trained with it has them, MobileFaceNet among them. */
export const ARCFACE_CHIP: FaceChip = {
  size: 112,
  points: [
    { x: 38.2946, y: 51.6963 },
    { x: 73.5318, y: 51.5014 },
    { x: 56.0252, y: 71.7366 },
    { x: 41.5493, y: 92.3655 },
    { x: 70.7299, y: 92.2041 },
  ],
}

/** dlib's mean face at 150 pixels with a quarter of its size around it, by the same five points. */
export const DLIB_CHIP: FaceChip = {
  size: 150,
  points: [
    { x: 47.549, y: 46.599 },
    { x: 100.476, y: 46.599 },
    { x: 74.013, y: 76.563 },
    { x: 50.415, y: 103.023 },
    { x: 97.61, y: 103.023 },
  ],
}

/** Ranges of the 68-point layout (iBUG 300-W), end exclusive. */
const LEFT_EYE = [36, 42] as const
const RIGHT_EYE = [42, 48] as const
const NOSE_TIP = 30
const MOUTH_CORNERS = [48, 54] as const

/** The five points of a face out of its 68. */
const toFivePoints = (landmarks: readonly Point[]): Point[] => {
  const at = (index: number): Point => landmarks[index] ?? { x: Number.NaN, y: Number.NaN }
  return [
    centreOf(landmarks.slice(...LEFT_EYE)),
    centreOf(landmarks.slice(...RIGHT_EYE)),
    at(NOSE_TIP),
    ...MOUTH_CORNERS.map(at),
  ]
}

/** Takes the network's input to the face in the picture, whatever way the head is tilted. */
export const alignFace = (landmarks: readonly Point[], { points }: FaceChip): Similarity =>
  fitSimilarity(points, toFivePoints(landmarks))
