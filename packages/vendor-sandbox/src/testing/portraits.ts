import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import sharp from 'sharp'

const SAMPLES = join(
  dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json')),
  'demo',
)

/** Frontal faces in the sample pictures of a package we test with: where they are, in pixels. */
const FACES = {
  anna: { file: 'sample6.jpg', left: 250, top: 468, width: 210, height: 291 },
  berta: { file: 'sample3.jpg', left: 1075, top: 215, width: 220, height: 299 },
} as const
export type Person = keyof typeof FACES

interface PortraitOptions {
  /** Share of the face box added on each side. */
  margin?: number
  /** Width of the result in pixels. */
  width?: number
  brightness?: number
}

/** A JPEG portrait. Two calls with other options give two pictures of one person, like two selfies. */
export const createPortrait = (
  person: Person,
  { margin = 0.5, width = 640, brightness = 1 }: PortraitOptions = {},
): Promise<Buffer> => {
  const face = FACES[person]
  const left = Math.round(face.left - face.width * margin)
  const top = Math.round(face.top - face.height * margin)
  return sharp(join(SAMPLES, face.file))
    .extract({
      left,
      top,
      width: Math.round(face.width * (1 + 2 * margin)),
      height: Math.round(face.height * (1 + 2 * margin)),
    })
    .resize({ width })
    .modulate({ brightness })
    .jpeg({ quality: 90 })
    .toBuffer()
}

export const createEmptyRoom = (): Promise<Buffer> =>
  sharp({ create: { width: 640, height: 480, channels: 3, background: '#8a8f94' } })
    .jpeg()
    .toBuffer()
