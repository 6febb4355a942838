/** A picture on a sheet that is held before a pinhole camera. */
import sharp from 'sharp'
import type { Pixels } from '../pixels.ts'

const RADIANS = Math.PI / 180
const SCENE = { width: 480, height: 480, grey: 122 } as const
/** Of the sheet, in its own widths. */
const DISTANCE = 1.6
const FOCAL = 620

/** Bilinear; `null` outside. */
const sample = ({ data, width, height }: Pixels, x: number, y: number): number[] | null => {
  const [left, top] = [Math.floor(x), Math.floor(y)]
  if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) return null
  const [right, down] = [x - left, y - top]
  return [0, 1, 2].map((colour) => {
    const at = (column: number, row: number) => data[(row * width + column) * 3 + colour] ?? 0
    const upper = at(left, top) * (1 - right) + at(left + 1, top) * right
    const lower = at(left, top + 1) * (1 - right) + at(left + 1, top + 1) * right
    return upper * (1 - down) + lower * down
  })
}

/** A JPEG of the picture turned about its upright middle; > 0: its right edge away from the camera. */
export const holdPicture = async (picture: Buffer, degrees: number): Promise<Buffer> => {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const pixels = { data: new Uint8Array(data), width: info.width, height: info.height }
  const [cos, sin] = [Math.cos(degrees * RADIANS), Math.sin(degrees * RADIANS)]
  const scene = new Uint8Array(SCENE.width * SCENE.height * 3).fill(SCENE.grey)
  for (let row = 0; row < SCENE.height; row += 1) {
    for (let column = 0; column < SCENE.width; column += 1) {
      const [x, y] = [(column + 0.5 - SCENE.width / 2) / FOCAL, (row + 0.5 - SCENE.height / 2) / FOCAL]
      // Where the ray (x, y, 1) meets the sheet: u to the right on it, v down.
      const u = (x * DISTANCE) / (cos - x * sin)
      const v = y * (DISTANCE + u * sin)
      const seen = sample(pixels, (u + 0.5) * pixels.width, v * pixels.width + pixels.height / 2)
      if (seen) scene.set(seen, (row * SCENE.width + column) * 3)
    }
  }
  return sharp(scene, { raw: { width: SCENE.width, height: SCENE.height, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer()
}
