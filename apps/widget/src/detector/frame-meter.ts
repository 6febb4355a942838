import type { FaceLandmarker } from '@mediapipe/tasks-vision'
import { assessFrame } from '@visavis/face-quality/assess-frame'
import { faceCropRect } from '@visavis/face-quality/crop-rect'
import type { CropInput, FaceInput, FrameQuality, Landmarks } from '@visavis/face-quality/frame-types'
import { meshArea } from '@visavis/face-quality/geometry'

/** Side of the face crop for pixel checks: under 1 ms of work, and sharpness compares at one size. */
const CROP_PX = 256
/** Movement is told for this much time, however slow the device is. */
const MOTION_MS = 1000 / 15

/** Measures the largest face of a frame; runs in the worker. */
export const createFrameMeter = (landmarker: FaceLandmarker, now = () => performance.now()) => {
  const canvas = new OffscreenCanvas(CROP_PX, CROP_PX)
  const context = canvas.getContext('2d', { willReadFrequently: true, alpha: false })
  let before: { landmarks: Landmarks; at: number } | null = null

  const readCrop = (frame: ImageBitmap, landmarks: Landmarks): CropInput => {
    if (!context) throw new Error('no 2d context')
    const rect = faceCropRect(landmarks, frame)
    context.drawImage(frame, rect.x, rect.y, rect.width, rect.height, 0, 0, CROP_PX, CROP_PX)
    const { data } = context.getImageData(0, 0, CROP_PX, CROP_PX)
    return { data, width: CROP_PX, height: CROP_PX, rect }
  }

  const perStep = (quality: FrameQuality, elapsedMs: number): FrameQuality => {
    const { geometry } = quality
    if (geometry?.motion === undefined) return quality
    return { ...quality, geometry: { ...geometry, motion: (geometry.motion * MOTION_MS) / elapsedMs } }
  }

  /** `pixels`: the same picture in another shape, where the engine takes it faster. */
  return (frame: ImageBitmap, pixels: ImageData | ImageBitmap = frame): FrameQuality => {
    const at = now()
    const { faceLandmarks, facialTransformationMatrixes } = landmarker.detect(pixels)
    const faces = faceLandmarks.flatMap((landmarks, index): FaceInput[] => {
      const matrix = facialTransformationMatrixes[index]?.data
      return matrix && meshArea(landmarks) > 0 ? [{ landmarks, matrix }] : []
    })
    const [largest] = faces.toSorted((a, b) => meshArea(b.landmarks) - meshArea(a.landmarks))
    const quality = assessFrame({
      image: { width: frame.width, height: frame.height },
      faces,
      ...(largest && { crop: readCrop(frame, largest.landmarks) }),
      ...(before && { previous: before.landmarks }),
    })
    const elapsedMs = before ? Math.max(1, at - before.at) : MOTION_MS
    before = largest ? { landmarks: largest.landmarks, at } : null
    return perStep(quality, elapsedMs)
  }
}
