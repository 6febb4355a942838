import type { CropInput, Point } from './frame-types.ts'
import { count, emptyHistogram, type Histogram, luminanceOf } from './luminance.ts'

/** A rectangle that leans with the face; lengths in pixels of the crop. */
export interface Slanted {
  /** Its corner at the person's right and top. */
  corner: Point
  /** Unit vector from the person's right eye to the left one. */
  along: Point
  width: number
  height: number
}

export interface Patch {
  /** Linear luminance 0–255. */
  luminance: Histogram
  /** Mean encoded R, G, B, 0–255. */
  rgb: readonly [number, number, number]
}

/** Of samples over the crop's side: a face of which hardly anything is in the picture has patches far larger than its crop. */
const MOST_SAMPLES = 2

/** Calls `visit` with R, G, B 0–255 of about one sample a pixel, where they lie in the crop. */
export const visitPixels = (
  crop: CropInput,
  { corner, along, width, height }: Slanted,
  visit: (r: number, g: number, b: number) => void,
): void => {
  const samples = (length: number, side: number) =>
    Math.min(MOST_SAMPLES * side, Math.max(1, Math.floor(length)))
  const [columns, rows] = [samples(width, crop.width), samples(height, crop.height)]
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const right = ((column + 0.5) * width) / columns
      const down = ((row + 0.5) * height) / rows
      const x = Math.floor(corner.x + right * along.x - down * along.y)
      const y = Math.floor(corner.y + right * along.y + down * along.x)
      if (x < 0 || y < 0 || x >= crop.width || y >= crop.height) continue
      const i = 4 * (y * crop.width + x)
      visit(crop.data[i] ?? 0, crop.data[i + 1] ?? 0, crop.data[i + 2] ?? 0)
    }
  }
}

/** `undefined` when none of it is in the crop. */
export const readPatch = (crop: CropInput, place: Slanted): Patch | undefined => {
  const luminance = emptyHistogram()
  const sums: [number, number, number] = [0, 0, 0]
  visitPixels(crop, place, (r, g, b) => {
    count(luminance, luminanceOf(r, g, b))
    sums[0] += r
    sums[1] += g
    sums[2] += b
  })
  const { total } = luminance
  if (total === 0) return undefined
  return { luminance, rgb: [sums[0] / total, sums[1] / total, sums[2] / total] }
}

/** The face's own axes in the crop, in pixels of the crop. */
export interface FaceFrame {
  rightEye: Point
  leftEye: Point
  interEye: number
  eyesToMouth: number
  along: Point
}

/** Side of the cheek squares and of ISO/IEC 29794-5's illumination zones, in inter-eye distances. */
const CHEEK_SIDE = 0.3

/**
 * Squares on the cheeks, half-way down from the eyes to the mouth and outwards from them: where ISO/IEC 29794-5
 * compares the light of both sides and looks at the colour of the skin.
 */
export const readCheeks = (crop: CropInput, face: FaceFrame) => {
  const side = CHEEK_SIDE * face.interEye
  const cheek = (eye: Point, outwards: number) =>
    readPatch(crop, {
      corner: {
        x: eye.x - outwards * side * face.along.x - (face.eyesToMouth / 2) * face.along.y,
        y: eye.y - outwards * side * face.along.y + (face.eyesToMouth / 2) * face.along.x,
      },
      along: face.along,
      width: side,
      height: side,
    })
  return { right: cheek(face.rightEye, 1), left: cheek(face.leftEye, 0) }
}
