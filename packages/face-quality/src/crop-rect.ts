import type { CropInput, Landmarks, Point, Rect, Size } from './frame-types.ts'
import { boundsOf, measureFace } from './geometry.ts'

/** Room around the face's outline, as a share of its longer side; OFIQ leaves as much. */
const CROP_MARGIN = 0.05

/** The square around a face to draw into `CropInput`, in whole pixels of the picture, cut to the picture. */
export const faceCropRect = (landmarks: Landmarks, image: Size): Rect => {
  const { left, top, width, height } = boundsOf(measureFace(landmarks, image).outline)
  const side = Math.max(width, height) * (1 + 2 * CROP_MARGIN)
  const within = (value: number, limit: number) => Math.round(Math.min(limit, Math.max(0, value)))
  const x = within(left + (width - side) / 2, image.width - 1)
  const y = within(top + (height - side) / 2, image.height - 1)
  return {
    x,
    y,
    width: Math.max(1, within(left + (width + side) / 2, image.width) - x),
    height: Math.max(1, within(top + (height + side) / 2, image.height) - y),
  }
}

/** Turns points of the picture into points of the crop. */
export const toCropPoint =
  ({ rect, width, height }: CropInput) =>
  ({ x, y }: Point): Point => ({
    x: ((x - rect.x) * width) / rect.width,
    y: ((y - rect.y) * height) / rect.height,
  })
