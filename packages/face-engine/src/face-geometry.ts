import type { Box, Point } from './pixels.ts'

/** Ranges of the 68-point layout (iBUG 300-W), end exclusive. */
const LEFT_EYE = [36, 42] as const
const RIGHT_EYE = [42, 48] as const
const MOUTH = [48, 68] as const
const NOSE_TIP = 30
/** Points of the jaw line at the height of the nose. */
const LEFT_JAW = [1, 3] as const
const RIGHT_JAW = [14, 16] as const

/** Constants of dlib's alignment, as the library has them in `src/classes/FaceLandmarks.ts`. */
const EYES_TO_MOUTH_SHARE = 0.45
const CENTRE_X = 0.5
const CENTRE_Y = 0.43

export interface FaceGeometry {
  /** Square around the face from brows to chin, on whole pixels: what a template is made of. */
  alignedBox: Box
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

const centreOf = (points: readonly Point[]): Point => ({
  x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
  y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
})

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)

/** Measures a face by its 68 landmarks. */
export const measureFace = (landmarks: readonly Point[]): FaceGeometry => {
  const centre = ([from, to]: readonly [number, number]) => centreOf(landmarks.slice(from, to))
  const [leftEye, rightEye, mouth] = [centre(LEFT_EYE), centre(RIGHT_EYE), centre(MOUTH)]
  const eyesToMouth = (distance(leftEye, mouth) + distance(rightEye, mouth)) / 2
  const side = Math.floor(eyesToMouth / EYES_TO_MOUTH_SHARE)
  const middle = centreOf([leftEye, rightEye, mouth])

  const interEyeDistance = distance(leftEye, rightEye)
  const across = {
    x: (rightEye.x - leftEye.x) / interEyeDistance,
    y: (rightEye.y - leftEye.y) / interEyeDistance,
  }
  const alongEyes = ({ x, y }: Point) => x * across.x + y * across.y
  const nose = alongEyes(landmarks[NOSE_TIP] ?? middle)
  const left = nose - alongEyes(centre(LEFT_JAW))
  const right = alongEyes(centre(RIGHT_JAW)) - nose

  return {
    alignedBox: {
      x: Math.floor(Math.max(0, middle.x - CENTRE_X * side)),
      y: Math.floor(Math.max(0, middle.y - CENTRE_Y * side)),
      width: side,
      height: side,
    },
    interEyeDistance,
    roll: (Math.atan2(across.y, across.x) * 180) / Math.PI,
    turn: (left - right) / (left + right),
  }
}
