import sharp, { type Sharp } from 'sharp'
import { readImageHeader } from './image-header.ts'
import { type Box, clipBox, type Pixels, type Size } from './pixels.ts'
import type { ImageHeader, ImageRefusal } from './types.ts'

export interface DecodedImage {
  pixels: Pixels
  /** Whether `pixels` has fewer pixels than the picture itself. */
  isReduced: boolean
  /** Decodes the part of the picture under `box`, given in `pixels`, again in full; see FullRegion. */
  decodeFull(box: Box): Promise<FullRegion | ImageRefusal>
}

interface FullRegion {
  pixels: Pixels
  /** From coordinates of the reduced picture to those of this region. */
  fromReduced(box: Box): Box
}

/**
 * More than this and the decoder halves the picture, once or more: a face that can be compared at all keeps enough
 * pixels, and a 12-megapixel photograph takes a third of the time. No selfie of the widget is that large.
 */
const MAX_WORKING_PIXELS = 2_800_000

/** libvips keeps its own threads and cache: one worker is one thread, and no picture stays in memory. */
sharp.concurrency(1)
sharp.cache(false)

/**
 * Upright RGB. Metadata goes, and so does a colour profile, unused: the models were trained without colour
 * management, and applying a profile takes longer than decoding.
 */
export const openUpright = (bytes: Uint8Array, { width, height, end }: ImageHeader): Sharp =>
  // What follows the picture goes first: of a second picture that is a gain map the decoder would make a picture of
  // high dynamic range, and fails over one of a single channel.
  sharp(bytes.subarray(0, end), {
    // `warning` would refuse harmless oddities of real phones, such as "Invalid SOS parameters".
    failOn: 'error',
    ignoreIcc: true,
    limitInputPixels: width * height,
  })
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')

const toPixels = async (image: Sharp): Promise<Pixels | ImageRefusal> => {
  try {
    const { data, info } = await image.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true })
    return { data, width: info.width, height: info.height }
  } catch {
    // The file's structure is whole, so what the decoder stumbles over is damaged data.
    return 'image_truncated'
  }
}

/** The picture's own size once it is upright. */
const readUprightSize = async (bytes: Uint8Array, header: ImageHeader): Promise<Size | ImageRefusal> => {
  try {
    return (await openUpright(bytes, header).metadata()).autoOrient
  } catch {
    return 'image_truncated'
  }
}

/** Decodes a JPEG or PNG, or says why not. Nothing is allocated for pixels before the header has been judged. */
export const decodeImage = async (bytes: Uint8Array): Promise<DecodedImage | ImageRefusal> => {
  const header = readImageHeader(bytes)
  if (typeof header === 'string') return header
  let reduction = 1
  while ((header.width * header.height) / reduction ** 2 > MAX_WORKING_PIXELS) reduction *= 2

  const longerSide = Math.max(header.width, header.height)
  const image = openUpright(bytes, header)
  if (reduction > 1) {
    // A square to fit in, because orientation may swap the sides.
    const side = Math.ceil(longerSide / reduction)
    image.resize(side, side, { fit: 'inside', kernel: 'linear' })
  }
  const pixels = await toPixels(image)
  if (typeof pixels === 'string') return pixels

  if (reduction === 1) {
    // Nothing to decode again: the region is the picture.
    return { pixels, isReduced: false, decodeFull: async () => ({ pixels, fromReduced: (box) => box }) }
  }
  const size = await readUprightSize(bytes, header)
  if (typeof size === 'string') return size
  // Each side by itself: halves of odd sides are rounded, and orientation may have swapped them.
  const [scaleX, scaleY] = [size.width / pixels.width, size.height / pixels.height]
  const enlarge = ({ x, y, width, height }: Box): Box => ({
    x: x * scaleX,
    y: y * scaleY,
    width: width * scaleX,
    height: height * scaleY,
  })
  return {
    pixels,
    isReduced: true,
    decodeFull: async (box) => {
      const part = clipBox(enlarge(box), size)
      const region = await toPixels(
        openUpright(bytes, header).extract({
          left: part.x,
          top: part.y,
          width: part.width,
          height: part.height,
        }),
      )
      if (typeof region === 'string') return region
      return {
        pixels: region,
        fromReduced: (inner) => {
          const large = enlarge(inner)
          return { ...large, x: large.x - part.x, y: large.y - part.y }
        },
      }
    },
  }
}
