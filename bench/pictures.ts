import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import sharp from 'sharp'
import { readFolder } from './accuracy/read-folder.ts'
import type { UntunedPipeline } from './untuned-pipeline.ts'

export interface Picture {
  name: string
  bytes: Buffer
  /** Who it is; `several`: more than one person; null: nobody has said. */
  identity: string | null
}

const require = createRequire(import.meta.url)
const SAMPLES = [1, 2, 3, 4, 5, 6]

/** Around a face, in face sizes: one that fills the picture, a selfie, a portrait, a person in a room. */
const CROP_SCALES = [1.2, 1.8, 2.7, 4]

/** Labelled portraits, in the folders that `bench:accuracy` takes; pictures of several people are kept here. */
export const readLabelled = async (folder: string): Promise<Picture[]> =>
  Promise.all(
    (await readFolder(folder, { several: true })).map(async ({ file, identity }) => ({
      name: file,
      identity,
      bytes: await readFile(path.join(folder, file)),
    })),
  )

/** Every face of the library's own sample pictures, at several distances; some crops hold a neighbour too. */
export const cropSamples = async (untuned: UntunedPipeline): Promise<Picture[]> => {
  const folder = path.join(path.dirname(require.resolve('@vladmandic/face-api/package.json')), 'demo')
  const crops: Picture[] = []
  for (const sample of SAMPLES) {
    const bytes = await readFile(path.join(folder, `sample${sample}.jpg`))
    const { width, height } = await sharp(bytes).metadata()
    for (const [index, face] of (await untuned.locate(bytes)).entries()) {
      for (const scale of CROP_SCALES) {
        const side = Math.max(face.width, face.height) * scale
        const left = Math.max(0, Math.round(face.x + face.width / 2 - side / 2))
        const top = Math.max(0, Math.round(face.y + face.height / 2 - side / 2))
        const crop = sharp(bytes, { ignoreIcc: true }).extract({
          left,
          top,
          width: Math.min(Math.round(side), width - left),
          height: Math.min(Math.round(side), height - top),
        })
        crops.push({
          name: `sample${sample}-${index}@${scale}`,
          bytes: await crop.jpeg({ quality: 92 }).toBuffer(),
          identity: null,
        })
      }
    }
  }
  return crops
}
