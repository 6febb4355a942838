import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import sharp, { type Sharp } from 'sharp'

const require = createRequire(import.meta.url)
const demoFolder = path.join(path.dirname(require.resolve('@vladmandic/face-api/package.json')), 'demo')

/** Bytes of one of the library's own sample pictures, 1 to 6: groups of three to five people. */
export const readSample = (index: number): Promise<Buffer> =>
  readFile(path.join(demoFolder, `sample${index}.jpg`))

/** Frontal faces in the samples: picture, then x, y, width, height of a head and shoulders around them. */
export const PORTRAITS = {
  anna: [6, 120, 380, 470, 470],
  bella: [3, 960, 130, 460, 460],
} as const
export type PortraitName = keyof typeof PORTRAITS

/** A lossless portrait, ready to be spoiled further. */
export const cropPortrait = async (name: PortraitName): Promise<Sharp> => {
  const [index, left, top, width, height] = PORTRAITS[name]
  const crop = sharp(await readSample(index)).extract({ left, top, width, height })
  return sharp(await crop.png().toBuffer())
}

/** Faces in the samples by how the head is held; picture, then x, y, width, height with some room around it. */
const HEADS = {
  straight: [5, 100, 698, 716, 700],
  'turned left': [5, 372, 260, 632, 632],
  'turned right': [4, 846, 117, 438, 438],
} as const
export type HeadName = keyof typeof HEADS

export const readHead = async (name: HeadName): Promise<Buffer> => {
  const [index, left, top, width, height] = HEADS[name]
  return sharp(await readSample(index))
    .extract({ left, top, width, height })
    .jpeg({ quality: 92 })
    .toBuffer()
}

/** The portrait as a browser would send it. */
export const readPortrait = async (name: PortraitName): Promise<Buffer> =>
  (await cropPortrait(name)).jpeg({ quality: 92 }).toBuffer()
