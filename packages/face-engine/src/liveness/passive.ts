import type { Box, Pixels, Size } from '../pixels.ts'
import type { Network } from '../runtime/runtime.ts'
import { sampleRegion } from '../sample-region.ts'

const INPUT_SIDE = 128
/** What the network is shown, in sizes of the face's box: it goes by what is around the face, edges of paper above all. */
const CROP_SCALE = 2.7
/** Classes of such networks; the first is the live one. */
const CLASS_COUNTS = [2, 3]

/**
 * The part of the picture around the face: as much as fits, moved to lie within it. `CropImage` of
 * minivision-ai/Silent-Face-Anti-Spoofing, whose networks these are made like.
 */
export const cropOf = ({ x, y, width, height }: Box, picture: Size): Box => {
  const scale = Math.min((picture.width - 1) / width, (picture.height - 1) / height, CROP_SCALE)
  const place = (middle: number, length: number, size: number) => {
    const start = Math.trunc(Math.min(Math.max(middle - length / 2, 0), Math.max(size - 1 - length, 0)))
    return { start, length: Math.min(Math.trunc(length) + 1, size - start) }
  }
  const across = place(x + width / 2, width * scale, picture.width)
  const down = place(y + height / 2, height * scale, picture.height)
  return { x: across.start, y: down.start, width: across.length, height: down.length }
}

const softmax = (answer: Float32Array): number[] => {
  const most = Math.max(...answer)
  const parts = Array.from(answer, (value) => Math.exp(value - most))
  const sum = parts.reduce((total, part) => total + part, 0)
  return parts.map((part) => part / sum)
}

/** Says with which probability, 0 to 1, the face is before the camera itself: neither a print nor a screen. */
export const createPassiveScorer = (network: Network) => {
  const pixelCount = INPUT_SIDE * INPUT_SIDE
  const sampled = new Float32Array(3 * pixelCount)
  const input = new Float32Array(3 * pixelCount)

  return async (pixels: Pixels, face: Box): Promise<number> => {
    const options = { size: INPUT_SIDE, mean: [0, 0, 0], placement: 'stretch' } as const
    sampleRegion(pixels, cropOf(face, pixels), options, sampled)
    // A plane for each colour, blue first, 0 to 255.
    for (let at = 0; at < pixelCount; at += 1) {
      for (let colour = 0; colour < 3; colour += 1) {
        input[colour * pixelCount + at] = 255 * (sampled[3 * at + 2 - colour] ?? 0)
      }
    }
    const [answer = new Float32Array()] = await network.run(input, [1, 3, INPUT_SIDE, INPUT_SIDE])
    if (!CLASS_COUNTS.includes(answer.length)) {
      throw new Error(`a liveness network has 2 or 3 classes, this one ${answer.length}`)
    }
    return softmax(answer)[0] ?? 0
  }
}
export type PassiveScorer = ReturnType<typeof createPassiveScorer>
