/** Never below .92: CompressionArtifacts (ISO/IEC 29794-5, 0x4a) would begin to count. Own choice. */
const QUALITIES = [0.95, 0.92] as const
const SHRINK = 0.8
/** Smaller than this no face is left to compare; the limit then is wrong. */
const MIN_SIDE_PX = 240

interface Size {
  width: number
  height: number
}

/** Draws the picture at a size and compresses it as JPEG. */
export type Compress = (size: Size, quality: number) => Promise<Blob>

/** The picture cannot be brought under the limit. */
export class EncodeError extends Error {
  override readonly name = 'EncodeError'
}

/** JPEG of at most `maxBytes`: full size at the best quality that fits, then smaller, never below quality .92. */
export const fitUnder = async (full: Size, maxBytes: number, compress: Compress): Promise<Blob> => {
  for (
    let scale = 1;
    Math.min(full.width, full.height) * scale >= MIN_SIDE_PX || scale === 1;
    scale *= SHRINK
  ) {
    const size = { width: Math.round(full.width * scale), height: Math.round(full.height * scale) }
    for (const quality of QUALITIES) {
      const blob = await compress(size, quality)
      if (blob.size > 0 && blob.size <= maxBytes) return blob
    }
  }
  throw new EncodeError('does not fit')
}

const compressOnCanvas =
  (picture: ImageBitmap): Compress =>
  ({ width, height }, quality) => {
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = height
    const context = canvas.getContext('2d', { alpha: false })
    if (!context) throw new EncodeError('no 2d context')
    context.imageSmoothingQuality = 'high'
    context.drawImage(picture, 0, 0, width, height)
    return new Promise((resolve, reject) => {
      canvas.toBlob(
        (blob) => (blob ? resolve(blob) : reject(new EncodeError('no memory'))),
        'image/jpeg',
        quality,
      )
    })
  }

/** Unmirrored JPEG of a frame or photo. The caller closes `picture`. @throws EncodeError */
export const encodeSelfie = (picture: ImageBitmap, maxBytes: number): Promise<Blob> =>
  fitUnder(picture, maxBytes, compressOnCanvas(picture))
