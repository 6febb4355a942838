import type { Box, Pixels } from '../pixels.ts'
import { clipBox } from '../pixels.ts'

/** Rec. ITU-R BT.601, 0 to 255. */
export const lumaAt = ({ data, width }: Pixels, x: number, y: number): number => {
  const at = (y * width + x) * 3
  return 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0)
}

/** Of the box of the mesh: the middle of the face, without hair and what is beside it. */
const FACE_SHARE = 0.6
/** Around the box: hair and ears, which are neither. */
const HEAD_SHARE = 1.3
/** In each direction so many places are looked at: means need no more. */
const PLACES = 64

const around = ({ x, y, width, height }: Box, share: number): Box => ({
  x: x - (width * (share - 1)) / 2,
  y: y - (height * (share - 1)) / 2,
  width: width * share,
  height: height * share,
})

const isIn = ({ x, y, width, height }: Box, left: number, top: number): boolean =>
  left >= x && left < x + width && top >= y && top < y + height

const meanOf = (pixels: Pixels, box: Box, counts: (x: number, y: number) => boolean): number => {
  let [sum, count] = [0, 0]
  for (let row = 0; row < PLACES; row += 1) {
    for (let column = 0; column < PLACES; column += 1) {
      const x = Math.floor(box.x + (box.width * (column + 0.5)) / PLACES)
      const y = Math.floor(box.y + (box.height * (row + 0.5)) / PLACES)
      if (!counts(x, y)) continue
      sum += lumaAt(pixels, x, y)
      count += 1
    }
  }
  return count === 0 ? 0 : sum / count
}

/** Mean luma of the face and of what is around the head; of the whole picture where the head leaves nothing of it. */
export const measureLight = (pixels: Pixels, face: Box): { face: number; around: number } => {
  const whole = { x: 0, y: 0, width: pixels.width, height: pixels.height }
  const head = around(face, HEAD_SHARE)
  const outside = meanOf(pixels, whole, (x, y) => !isIn(head, x, y))
  return {
    face: meanOf(pixels, clipBox(around(face, FACE_SHARE), pixels), () => true),
    around: outside > 0 ? outside : meanOf(pixels, whole, () => true),
  }
}
