import type { DetectedFace, FaceDetector } from './face-detector.ts'
import type { Pixels } from './pixels.ts'

/**
 * A second face this large, by area against the first, makes it unclear who is meant; smaller ones are bystanders.
 * OFIQ's SinglePersonPresent measures the same ratio (ISO/IEC 29794-5, 0x4c).
 */
const RIVAL_AREA_SHARE = 0.35

/** Side of the detector's input for a face that fills much of the picture, as a selfie does; then for any other. */
const QUICK_SIDE = 224
const THOROUGH_SIDE = 416

/** Score from which a box counts as a face. */
const MIN_SCORE = 0.3
/** Score from which the quick look is believed; and from which it suspects a second face. */
const QUICK_MIN_SCORE = 0.6
const QUICK_SUSPICION = 0.2
/**
 * Narrower faces than this share of the picture's longer side get the thorough look: a rival of them would be too
 * narrow for the quick one.
 */
const QUICK_MIN_WIDTH_SHARE = 0.25

const areaOf = ({ box }: DetectedFace): number => box.width * box.height

const byArea = (faces: readonly DetectedFace[]): DetectedFace[] =>
  faces.toSorted((a, b) => areaOf(b) - areaOf(a))

const rivalsOf = (first: DetectedFace, faces: readonly DetectedFace[]): DetectedFace[] =>
  faces.filter((face) => face !== first && areaOf(face) >= RIVAL_AREA_SHARE * areaOf(first))

/** Faces the quick look is sure of: one large and clear, alone, or several just as clear. Null: look again. */
const believeQuickLook = (faces: readonly DetectedFace[], pixels: Pixels): DetectedFace[] | null => {
  const clear = byArea(faces.filter(({ score }) => score >= QUICK_MIN_SCORE))
  const [first] = clear
  if (first === undefined) return null
  if (first.box.width < QUICK_MIN_WIDTH_SHARE * Math.max(pixels.width, pixels.height)) return null
  const isClear = rivalsOf(first, faces).every(({ score }) => score >= QUICK_MIN_SCORE)
  return isClear ? clear : null
}

export interface FoundFaces {
  /** The face that is meant, or null: there is none. */
  main: DetectedFace | null
  /** Another one is nearly as large. */
  hasRival: boolean
}

/** Looks for the face that is meant, first at a small scale, and again at a larger one unless the answer is plain. */
export const findFaces = (detect: FaceDetector, pixels: Pixels): FoundFaces => {
  const faces =
    believeQuickLook(detect(pixels, QUICK_SIDE, QUICK_SUSPICION), pixels) ??
    byArea(detect(pixels, THOROUGH_SIDE, MIN_SCORE))
  const [main = null] = faces
  return { main, hasRival: main !== null && rivalsOf(main, faces).length > 0 }
}
