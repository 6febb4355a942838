import sharp from 'sharp'
import { roomBehind } from './backdrop.ts'
import { compose } from './compose.ts'
import { cutOut } from './cut-out.ts'
import type { PersonName } from './people.ts'

const SIZE = { width: 900, height: 1100 }

/**
 * A photo of the person as one would send it to enrol: upright, nearer, leaning a little, lighter
 * and with less contrast than what the camera sees. JPEG.
 */
export const portraitPhoto = async (name: PersonName): Promise<Buffer> => {
  const pixels = await compose(await roomBehind(name, SIZE), SIZE, [
    {
      person: await cutOut(name),
      x: SIZE.width * 0.51,
      y: SIZE.height * 0.42,
      headHeight: 610,
      degrees: 2.5,
    },
  ])
  return sharp(pixels, { raw: { ...SIZE, channels: 3 } })
    .linear(0.93, 14)
    .modulate({ saturation: 0.9 })
    .jpeg({ quality: 82 })
    .toBuffer()
}
