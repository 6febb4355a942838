import type { FaceLandmarker } from '@mediapipe/tasks-vision'
import type { FaceMeasures, Point } from './face-measures.ts'
import { faceOutline } from './face-outline.ts'
import { type Box, boxOf, findMainFace, measureGeometry, toPixels, toPose } from './frame-quality.ts'
import { measureLight, measureSharpness } from './pixel-quality.ts'

/** Side of the face crop for pixel checks: under 1 ms of work, and sharpness compares at one size. */
const CROP_PX = 256

/** Square around a box, as a canvas draws it. */
const squareAround = ({ left, top, right, bottom }: Box) => {
  const side = Math.max(1, right - left, bottom - top)
  return { x: (left + right - side) / 2, y: (top + bottom - side) / 2, side }
}

/** Measures the largest face of a frame; runs in the worker. */
export const createFrameMeter = (landmarker: FaceLandmarker) => {
  const canvas = new OffscreenCanvas(CROP_PX, CROP_PX)
  const context = canvas.getContext('2d', { willReadFrequently: true, alpha: false })

  const measurePixels = (frame: ImageBitmap, outline: readonly Point[]) => {
    if (!context) throw new Error('no 2d context')
    const { x, y, side } = squareAround(boxOf(outline))
    context.drawImage(frame, x, y, side, side, 0, 0, CROP_PX, CROP_PX)
    const pixels = context.getImageData(0, 0, CROP_PX, CROP_PX)
    const scale = CROP_PX / side
    const inCrop = outline.map((point) => ({ x: (point.x - x) * scale, y: (point.y - y) * scale }))
    return { light: measureLight(pixels, inCrop), sharpness: measureSharpness(pixels, inCrop) }
  }

  return (frame: ImageBitmap): FaceMeasures | null => {
    const { faceLandmarks, facialTransformationMatrixes } = landmarker.detect(frame)
    const main = findMainFace(faceLandmarks)
    const face = main && faceLandmarks[main.index]
    const matrix = main && facialTransformationMatrixes[main.index]
    if (!face || !matrix) return null
    const size = { width: frame.width, height: frame.height }
    const points = toPixels(face, size)
    return {
      frame: size,
      secondFaceShare: main.secondFaceShare,
      ...measureGeometry(points, toPose(matrix.data), size),
      ...measurePixels(frame, faceOutline(points)),
    }
  }
}
