import { type Box, clipBox, type Pixels, type Point } from './pixels.ts'
import type { Network } from './runtime/runtime.ts'
import { sampleRegion } from './sample-region.ts'

const INPUT_SIDE = 112
const POINTS = 68
/** ImageNet means, as the library's FaceFeatureExtractor and FaceRecognitionNet use them. */
export const MEAN_RGB = [122.782, 117.001, 104.298] as const

/** Finds 68 landmarks in a detected box, in pixels of the picture. `null`: the box lies outside the picture. */
export const createLandmarkLocator = (network: Network) => {
  const input = new Float32Array(INPUT_SIDE * INPUT_SIDE * 3)
  return async (pixels: Pixels, box: Box): Promise<Point[] | null> => {
    const crop = clipBox(box, pixels)
    if (crop.width === 0 || crop.height === 0) return null
    sampleRegion(pixels, crop, { size: INPUT_SIDE, mean: MEAN_RGB, placement: 'centre' }, input)
    const [output = []] = await network.run(input, [1, INPUT_SIDE, INPUT_SIDE, 3])
    const side = Math.max(crop.width, crop.height)
    const left = crop.x - (side - crop.width) / 2
    const top = crop.y - (side - crop.height) / 2
    return Array.from({ length: POINTS }, (_, point) => ({
      x: left + (output[2 * point] ?? 0) * side,
      y: top + (output[2 * point + 1] ?? 0) * side,
    }))
  }
}
