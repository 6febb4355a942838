import type { Landmarks, Point, Size } from './frame-types.ts'

/** Points of the mesh without the irises. */
export const MESH_POINTS = 468

/** Corners and lid pairs of the eyes, on the side of the person they belong to. */
const RIGHT_EYE = { corners: [33, 133], lids: [160, 144, 159, 145, 158, 153] } as const
const LEFT_EYE = { corners: [362, 263], lids: [385, 380, 386, 374, 387, 373] } as const
const CHIN = 152
const MOUTH_CORNERS = [61, 291] as const
const INNER_LIPS = [81, 178, 13, 14, 311, 402] as const
export const OUTER_LIPS = [
  61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 409, 270, 269, 267, 0, 37, 39, 40, 185,
] as const

/** Temple, jaw, chin, jaw, temple; then the brows. OFIQ's 98 landmarks end at the brows too: no forehead. */
export const OUTLINE = [
  356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176, 149, 150, 136, 172, 58, 132, 93, 234,
  127, 70, 63, 105, 66, 107, 336, 296, 334, 293, 300,
] as const

/** All lengths in pixels of the picture. */
export interface FaceGeometry {
  /** Middle between the corners of the person's right eye: on the left of a picture that is not mirrored. */
  rightEye: Point
  leftEye: Point
  /** Of the right eye, then of the left one; each from the person's right. */
  eyeCorners: readonly [readonly [Point, Point], readonly [Point, Point]]
  eyes: Point
  interEye: number
  /** T in ISO/IEC 29794-5: from the middle between the eyes to the chin. */
  eyesToChin: number
  eyesToMouth: number
  /** Wider gap of the lids, of the eye that is less open. */
  eyeGap: number
  lipGap: number
  mouthWidth: number
  outline: readonly Point[]
  lips: readonly Point[]
}

/** Point `index` in pixels. NaN when the list is shorter, which `isUsable` has excluded. */
const pointAt = (landmarks: Landmarks, index: number, image: Size): Point => {
  const point = landmarks[index]
  return { x: (point?.x ?? Number.NaN) * image.width, y: (point?.y ?? Number.NaN) * image.height }
}

export const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })

export const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)

export const measureFace = (landmarks: Landmarks, image: Size): FaceGeometry => {
  const at = (index: number) => pointAt(landmarks, index, image)
  const between = ([a, b]: readonly [number, number]) => middle(at(a), at(b))
  const widest = (pairs: readonly number[]) => {
    let gap = 0
    for (let i = 0; i + 1 < pairs.length; i += 2) {
      gap = Math.max(gap, distance(at(pairs[i] ?? 0), at(pairs[i + 1] ?? 0)))
    }
    return gap
  }
  const rightEye = between(RIGHT_EYE.corners)
  const leftEye = between(LEFT_EYE.corners)
  const eyes = middle(rightEye, leftEye)
  return {
    rightEye,
    leftEye,
    eyeCorners: [
      [at(RIGHT_EYE.corners[0]), at(RIGHT_EYE.corners[1])],
      [at(LEFT_EYE.corners[0]), at(LEFT_EYE.corners[1])],
    ],
    eyes,
    interEye: distance(rightEye, leftEye),
    eyesToChin: distance(eyes, at(CHIN)),
    eyesToMouth: distance(eyes, between(MOUTH_CORNERS)),
    eyeGap: Math.min(widest(RIGHT_EYE.lids), widest(LEFT_EYE.lids)),
    lipGap: widest(INNER_LIPS),
    mouthWidth: distance(at(MOUTH_CORNERS[0]), at(MOUTH_CORNERS[1])),
    outline: OUTLINE.map(at),
    lips: OUTER_LIPS.map(at),
  }
}

/** Box around points, in their unit. */
export const boundsOf = (points: readonly Point[]) => {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { x, y } of points) {
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  return { left, top, right, bottom, width: right - left, height: bottom - top }
}

/** Area of the box around the mesh, as a share of the picture. 0 when a point is missing or not a number. */
export const meshArea = (landmarks: Landmarks): number => {
  if (landmarks.length < MESH_POINTS) return 0
  const mesh = landmarks.slice(0, MESH_POINTS)
  if (!mesh.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))) return 0
  const { width, height } = boundsOf(mesh)
  return width * height
}

/** Root mean square distance of the mesh's points between two frames, in % of the inter-eye distance. */
export const meshMotion = (now: Landmarks, before: Landmarks, image: Size, interEye: number): number => {
  let sum = 0
  for (let index = 0; index < MESH_POINTS; index += 1) {
    sum += distance(pointAt(now, index, image), pointAt(before, index, image)) ** 2
  }
  return (100 * Math.sqrt(sum / MESH_POINTS)) / interEye
}
