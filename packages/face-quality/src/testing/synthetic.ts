import type { CropInput, FaceInput, FrameInput, Point, Size } from '../frame-types.ts'
import { OUTER_LIPS, OUTLINE } from '../geometry.ts'

/** A drawn face whose measures are known. Lengths in inter-eye distances from the middle between the eyes. */
export interface SyntheticFace {
  image: Size
  /** Middle between the eyes and their distance, pixels. */
  eyes: Point
  interEye: number
  /** Clockwise in the picture, degrees. */
  lean?: number
  /** Of each eye; of the lips. */
  lidGap?: { right: number; left: number }
  lipGap?: number
  matrix?: readonly number[]
}

/** Eyes to chin, eyes to mouth, half the width of the face, mouth's width: in inter-eye distances. */
export const CHIN = 1.8
export const MOUTH = 1.1
export const HALF_WIDTH = 1.1
export const MOUTH_WIDTH = 0.8
/** Index 0–22 of `OUTLINE` is the jaw from temple to temple; the chin is in the middle. */
const JAW_POINTS = 23

const pair = (upper: number, lower: number, x: number, y: number, gap: number): [number, Point][] => [
  [upper, { x, y: y - gap / 2 }],
  [lower, { x, y: y + gap / 2 }],
]

const facePoints = ({
  lidGap = { right: 0.16, left: 0.16 },
  lipGap = 0,
}: SyntheticFace): [number, Point][] => [
  ...OUTLINE.map((index, i): [number, Point] => {
    if (i >= JAW_POINTS) return [index, { x: -0.85 + ((i - JAW_POINTS) * 1.7) / 9, y: -0.4 }]
    const angle = (i * Math.PI) / (JAW_POINTS - 1)
    return [index, { x: HALF_WIDTH * Math.cos(angle), y: CHIN * Math.sin(angle) }]
  }),
  ...OUTER_LIPS.map((index, i): [number, Point] => {
    const angle = Math.PI - (i * 2 * Math.PI) / OUTER_LIPS.length
    return [index, { x: (MOUTH_WIDTH / 2) * Math.cos(angle), y: MOUTH + 0.15 * Math.sin(angle) }]
  }),
  [33, { x: -0.65, y: 0 }],
  [133, { x: -0.35, y: 0 }],
  [362, { x: 0.35, y: 0 }],
  [263, { x: 0.65, y: 0 }],
  ...pair(160, 144, -0.55, 0, lidGap.right / 2),
  ...pair(159, 145, -0.5, 0, lidGap.right),
  ...pair(158, 153, -0.45, 0, lidGap.right / 2),
  ...pair(385, 380, 0.45, 0, lidGap.left / 2),
  ...pair(386, 374, 0.5, 0, lidGap.left),
  ...pair(387, 373, 0.55, 0, lidGap.left / 2),
  ...pair(81, 178, -0.1, MOUTH, lipGap / 2),
  ...pair(13, 14, 0, MOUTH, lipGap),
  ...pair(311, 402, 0.1, MOUTH, lipGap / 2),
  [9, { x: 0, y: -0.25 }],
  [6, { x: 0, y: 0 }],
  [118, { x: -0.5, y: 0.35 }],
  [347, { x: 0.5, y: 0.35 }],
  [50, { x: -0.6, y: 0.55 }],
  [280, { x: 0.6, y: 0.55 }],
  [205, { x: -0.5, y: 0.8 }],
  [425, { x: 0.5, y: 0.8 }],
  [214, { x: -0.6, y: 1.1 }],
  [434, { x: 0.6, y: 1.1 }],
  [1, { x: 0, y: 0.6 }],
  [200, { x: 0, y: 1.5 }],
]

/** Columns of roll · yaw · pitch, the angles of `HeadPose`; the head 50 cm before the camera. */
export const rotation = (yaw: number, pitch: number, roll: number, scale = 1): number[] => {
  const [y, x, z] = [yaw, -pitch, roll].map((degrees) => (degrees * Math.PI) / 180) as [
    number,
    number,
    number,
  ]
  const [sx, cx, sy, cy, sz, cz] = [
    Math.sin(x),
    Math.cos(x),
    Math.sin(y),
    Math.cos(y),
    Math.sin(z),
    Math.cos(z),
  ]
  return [
    ...[cz * cy, sz * cy, -sy].map((value) => value * scale),
    0,
    ...[cz * sy * sx - sz * cx, sz * sy * sx + cz * cx, cy * sx].map((value) => value * scale),
    0,
    ...[cz * sy * cx + sz * sx, sz * sy * cx - cz * sx, cy * cx].map((value) => value * scale),
    0,
    0,
    0,
    -50,
    1,
  ]
}

/** Iris points hold `iris`, to prove that nobody reads them. */
export const makeFace = (options: SyntheticFace, iris = 0): FaceInput => {
  const { image, eyes, interEye, lean = 0, matrix = rotation(0, 0, 0) } = options
  const [sin, cos] = [Math.sin((lean * Math.PI) / 180), Math.cos((lean * Math.PI) / 180)]
  const place = ({ x, y }: Point): Point => ({
    x: (eyes.x + interEye * (x * cos - y * sin)) / image.width,
    y: (eyes.y + interEye * (x * sin + y * cos)) / image.height,
  })
  const landmarks = Array.from({ length: 478 }, (_, index) =>
    index < 468 ? place({ x: 0, y: 0.5 }) : { x: iris, y: iris },
  )
  for (const [index, point] of facePoints(options)) landmarks[index] = place(point)
  return { landmarks, matrix }
}

export type Rgb = readonly [number, number, number]

/** A square crop around the eyes' middle; `paint` gets places in inter-eye distances from there. */
export const makeCrop = (
  { eyes, interEye }: SyntheticFace,
  paint: (x: number, y: number) => Rgb,
  side = 256,
): CropInput => {
  const rect = {
    x: eyes.x - 1.3 * interEye,
    y: eyes.y - 0.6 * interEye,
    width: 2.6 * interEye,
    height: 2.6 * interEye,
  }
  const data = new Uint8ClampedArray(4 * side * side)
  for (let row = 0; row < side; row += 1) {
    for (let column = 0; column < side; column += 1) {
      const [r, g, b] = paint(((column + 0.5) * 2.6) / side - 1.3, ((row + 0.5) * 2.6) / side - 0.6)
      data.set([r, g, b, 255], 4 * (row * side + column))
    }
  }
  return { data, width: side, height: side, rect }
}

/** In the middle of a 1280 × 720 picture, 120 pixels between the eyes. */
export const FACE: SyntheticFace = {
  image: { width: 1280, height: 720 },
  eyes: { x: 640, y: 300 },
  interEye: 120,
}

/** Numbers 0–1 that are always the same: a texture that does not repeat. */
export const noise = (seed = 1): (() => number) => {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** Texture of skin between two encoded levels, in blocks that survive the sharpness check; hue of skin. */
export const skin = (from: number, to: number): ((x: number, y: number) => Rgb) => {
  const random = noise()
  const cells = Array.from({ length: 64 * 64 }, random)
  return (x, y) => {
    const cell = cells[(Math.floor((y + 2) * 24) % 64) * 64 + (Math.floor((x + 2) * 24) % 64)] ?? 0
    const level = from + cell * (to - from)
    return [Math.round(level * 1.15), Math.round(level * 0.97), Math.round(level * 0.86)]
  }
}

export const makeFrame = (paint = skin(90, 220), face: SyntheticFace = FACE): FrameInput => ({
  image: face.image,
  faces: [makeFace(face)],
  crop: makeCrop(face, paint),
})
