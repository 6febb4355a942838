import type { FaceMeasures, Point, Pose } from './face-measures.ts'

/** Indices of MediaPipe's face mesh. 468–477, the irises, are zeros in our model and never read. */
const RIGHT_CORNERS = [33, 133] as const
const LEFT_CORNERS = [362, 263] as const
const CHIN = 152
const RIGHT_LIDS = [
  [160, 144],
  [159, 145],
  [158, 153],
] as const
const LEFT_LIDS = [
  [385, 380],
  [386, 374],
  [387, 373],
] as const
const MESH_POINTS = 468

/** What the pitch reads when people look straight into the camera: measured 2–15, middle 7, on 14 frontal portraits. */
const LEVEL_PITCH = 6

/** Landmarks of one face, as shares of the frame. */
export type FaceLandmarks = readonly Point[]

export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

type Geometry = Omit<FaceMeasures, 'light' | 'sharpness' | 'secondFaceShare' | 'frame'>

const at = (points: readonly Point[], index: number): Point => points[index] ?? { x: 0, y: 0 }
const between = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })
const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)
const toDegrees = (radians: number): number => (radians * 180) / Math.PI

export const boxOf = (points: readonly Point[]): Box => {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  for (const { x, y } of points) {
    box.left = Math.min(box.left, x)
    box.right = Math.max(box.right, x)
    box.top = Math.min(box.top, y)
    box.bottom = Math.max(box.bottom, y)
  }
  return box
}

const areaOf = ({ left, top, right, bottom }: Box): number => (right - left) * (bottom - top)

/** Mesh points in pixels, irises left out. */
export const toPixels = (face: FaceLandmarks, frame: { width: number; height: number }): Point[] =>
  face.slice(0, MESH_POINTS).map(({ x, y }) => ({ x: x * frame.width, y: y * frame.height }))

/** Index of the largest face and the area of the runner-up as a share of it; null when there is none. */
export const findMainFace = (faces: readonly FaceLandmarks[]) => {
  const ranked = faces
    .map((face, index) => ({ index, area: areaOf(boxOf(face.slice(0, MESH_POINTS))) }))
    .sort((a, b) => b.area - a.area)
  const [first, second] = ranked
  if (!first || !(first.area > 0)) return null
  return { index: first.index, secondFaceShare: (second?.area ?? 0) / first.area }
}

/**
 * Head pose from MediaPipe's 4×4 facial transformation matrix (column-major, a canonical face seen by a camera that
 * looks along −z), split as R = Ry(yaw) · Rx(pitch) · Rz(roll); 0, 0, 0 when looking straight into the camera.
 */
export const toPose = (matrix: ArrayLike<number>): Pose => {
  const cell = (row: number, column: number): number => matrix[column * 4 + row] ?? 0
  const scale = Math.hypot(cell(0, 2), cell(1, 2), cell(2, 2)) || 1
  return {
    yaw: toDegrees(Math.atan2(cell(0, 2), cell(2, 2))),
    pitch: toDegrees(Math.asin(Math.max(-1, Math.min(1, -cell(1, 2) / scale)))) - LEVEL_PITCH,
    roll: toDegrees(Math.atan2(cell(1, 0), cell(1, 1))),
  }
}

const lidGap = (points: readonly Point[], lids: readonly (readonly [number, number])[]): number =>
  Math.max(...lids.map(([upper, lower]) => distance(at(points, upper), at(points, lower))))

/** Everything the mesh tells. `points`: one face in pixels of `frame`. */
export const measureGeometry = (
  points: readonly Point[],
  pose: Pose,
  frame: { width: number; height: number },
): Geometry => {
  const rightEye = between(at(points, RIGHT_CORNERS[0]), at(points, RIGHT_CORNERS[1]))
  const leftEye = between(at(points, LEFT_CORNERS[0]), at(points, LEFT_CORNERS[1]))
  const eyes = between(rightEye, leftEye)
  const eyeToChinPx = distance(eyes, at(points, CHIN))
  const box = boxOf(points)
  const cosYaw = Math.max(0.1, Math.cos((pose.yaw * Math.PI) / 180))
  const openLids = Math.min(lidGap(points, RIGHT_LIDS), lidGap(points, LEFT_LIDS))
  return {
    interEyePx: distance(rightEye, leftEye) / cosYaw,
    eyeToChinPx,
    eyes,
    centre: { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 },
    isInside: box.left >= 0 && box.top >= 0 && box.right <= frame.width && box.bottom <= frame.height,
    pose,
    eyeOpenness: eyeToChinPx > 0 ? openLids / eyeToChinPx : 0,
  }
}

/** How fast the eyes move, in eye distances a second. */
export const eyeSpeed = (before: FaceMeasures, after: FaceMeasures, elapsedMs: number): number =>
  elapsedMs > 0
    ? (distance(before.eyes, after.eyes) / Math.max(1, after.interEyePx)) * (1000 / elapsedMs)
    : Infinity
