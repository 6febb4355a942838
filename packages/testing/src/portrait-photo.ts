import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import sharp from 'sharp'
import { roomBehind } from './backdrop.ts'
import { cachedFile } from './cached-file.ts'
import { compose } from './compose.ts'
import { cutOut } from './cut-out.ts'
import { PEOPLE, type PersonName } from './people.ts'

/** Raise it when the photo changes for another reason than the numbers here. */
const GENERATOR_VERSION = 1
const SIZE = { width: 900, height: 1100 }

const render = async (name: PersonName): Promise<Buffer> => {
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

/**
 * A photo of the person as one would send it to enrol: upright, nearer, leaning a little, lighter
 * and with less contrast than what the camera sees. JPEG; made on first use.
 */
export const portraitPhoto = async (name: PersonName): Promise<Buffer> => {
  const person = { ...PEOPLE[name], picture: basename(PEOPLE[name].picture) }
  const key = { what: 'portrait photo', GENERATOR_VERSION, person, SIZE }
  return readFile(await cachedFile(key, 'jpg', () => render(name)))
}
