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

/** A JPEG portrait; another `margin`, as a share of the face box, gives another picture of the same person. */
export const createPortrait = (person: keyof typeof FACES, margin = 0.5): Promise<Buffer> => {
  const { file, left, top, width, height } = FACES[person]
  return sharp(join(SAMPLES, file))
    .extract({
      left: Math.round(left - width * margin),
      top: Math.round(top - height * margin),
      width: Math.round(width * (1 + 2 * margin)),
      height: Math.round(height * (1 + 2 * margin)),
    })
    .resize({ width: 640 })
    .jpeg({ quality: 90 })
    .toBuffer()
}

export const createEmptyRoom = (): Promise<Buffer> =>
  sharp({ create: { width: 640, height: 480, channels: 3, background: '#8a8f94' } })
    .jpeg()
    .toBuffer()
