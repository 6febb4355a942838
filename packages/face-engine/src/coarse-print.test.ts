import sharp from 'sharp'
import { expect, it } from 'vitest'
import { toCoarsePrint } from './coarse-print.ts'
import { decodeImage } from './decode-image.ts'

const toPrint = async (bytes: Uint8Array): Promise<Uint8Array> => {
  const image = await decodeImage(bytes)
  if (typeof image === 'string') throw new Error(image)
  return toCoarsePrint(image.pixels)
}

/** Dark at the left and bright at the right, brighter still at the foot: no turn of it looks the same. */
const picture = () => {
  const [width, height] = [170, 160]
  const data = Uint8Array.from({ length: width * height * 3 }, (_, at) => {
    const pixel = Math.floor(at / 3)
    return (pixel % width) + Math.floor(pixel / width / 2)
  })
  return sharp(data, { raw: { width, height, channels: 3 } })
}

it.each([
  [6, 270],
  [3, 180],
  [8, 90],
])(
  'a copy that lies on its side and says so (EXIF orientation %i) has the print of the upright one',
  async (orientation, turn) => {
    const upright = await toPrint(await picture().png().toBuffer())
    expect(upright[0]).toBeLessThan(upright[16] ?? 0)
    const lying = picture().rotate(turn)
    expect(await toPrint(await lying.clone().png().toBuffer())).not.toEqual(upright)
    expect(await toPrint(await lying.withMetadata({ orientation }).png().toBuffer())).toEqual(upright)
  },
)
