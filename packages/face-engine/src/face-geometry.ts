import { centreOf, type Point } from './pixels.ts'

/** Ranges of the 68-point layout (iBUG 300-W), end exclusive. */
const LEFT_EYE = [36, 42] as const
const RIGHT_EYE = [42, 48] as const
const MOUTH = [48, 68] as const
const NOSE_TIP = 30
/** Points of the jaw line at the height of the nose. */
const LEFT_JAW = [1, 3] as const
const RIGHT_JAW = [14, 16] as const

/** Constants of the library's alignment, `src/classes/FaceLandmarks.ts`: a square a little more above than below. */
const EYES_TO_MOUTH_SHARE = 0.45
const EYES_AND_MOUTH_AT = 0.43

/** Pixels. Below this, when the decoder reduced the picture, the face is decoded again in full to be compared. */
export const FULL_INTER_EYE_DISTANCE = 60

export interface FaceGeometry {
  /** Between the centres of the eyes, in pixels. */
  interEyeDistance: number
  /** Degrees the line through the eyes is off the horizontal; positive: clockwise on the screen. */
  roll: number
  /**
   * −1…1: how far the nose tip is off the middle between both sides of the jaw; 0 looks straight ahead. About
   * twice the sine of the angle while the face is less than 30° turned.
   */
  turn: number
}

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)

const eyesOf = (landmarks: readonly Point[]): { left: Point; right: Point } => ({
  left: centreOf(landmarks.slice(...LEFT_EYE)),
  right: centreOf(landmarks.slice(...RIGHT_EYE)),
})

/** Radians the line through the eyes is off the horizontal; positive: clockwise on the screen. */
export const measureRoll = (landmarks: readonly Point[]): number => {
  const { left, right } = eyesOf(landmarks)
  return Math.atan2(right.y - left.y, right.x - left.x)
}

/** Measures a face by its 68 landmarks. NaN when all are one point. */
export const measureFace = (landmarks: readonly Point[]): FaceGeometry => {
  const eyes = eyesOf(landmarks)
  const interEyeDistance = distance(eyes.left, eyes.right)
  const across = {
    x: (eyes.right.x - eyes.left.x) / interEyeDistance,
    y: (eyes.right.y - eyes.left.y) / interEyeDistance,
  }
  const alongEyes = ({ x, y }: Point) => x * across.x + y * across.y
  const nose = alongEyes(landmarks[NOSE_TIP] ?? { x: Number.NaN, y: Number.NaN })
  const left = nose - alongEyes(centreOf(landmarks.slice(...LEFT_JAW)))
  const right = alongEyes(centreOf(landmarks.slice(...RIGHT_JAW))) - nose
  return {
    interEyeDistance,
    roll: (Math.atan2(across.y, across.x) * 180) / Math.PI,
    turn: (left - right) / (left + right),
  }
}

/** The square from brows to chin that the library cuts out, turned with the head. `angle` in radians. */
export const measureDlibBox = (landmarks: readonly Point[]) => {
  const { left, right } = eyesOf(landmarks)
  const mouth = centreOf(landmarks.slice(...MOUTH))
  const side = (distance(left, mouth) + distance(right, mouth)) / 2 / EYES_TO_MOUTH_SHARE
  const features = centreOf([left, right, mouth])
  const angle = measureRoll(landmarks)
  // Down the face from the middle of eyes and mouth to the middle of the square.
  const down = (0.5 - EYES_AND_MOUTH_AT) * side
  const middle = { x: features.x - Math.sin(angle) * down, y: features.y + Math.cos(angle) * down }
  return { middle, side, angle }
}
