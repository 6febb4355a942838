/** Never below .92: CompressionArtifacts (ISO/IEC 29794-5, 0x4a) would begin to count. Own choice. */
const LEAST_QUALITY = 0.92
/** Above it a JPEG grows by half and shows nothing more. */
const BEST_QUALITY = 0.97
const STEP = 0.01
const SHRINK = 0.8
/** Smaller than this no face is left to compare; the limit then is wrong. */
const MIN_SIDE_PX = 240
/** Larger is made smaller first: no comparison uses more, and each try at 40 megapixels takes two seconds. */
const MAX_SIDE_PX = 4096

export interface Size {
  width: number
  height: number
}

/** Gives the picture at a size, compressed as JPEG. Tries at one size come one after the other. */
export type Compress = (size: Size, quality: number) => Promise<Blob>

/** The picture cannot be brought under the limit. */
export class EncodeError extends Error {
  override readonly name = 'EncodeError'
}

/** The best quality of one size that fits, found by halving; null when not even the least does. */
const bestAt = async (size: Size, maxBytes: number, compress: Compress): Promise<Blob | null> => {
  const tryQuality = async (quality: number) => {
    const blob = await compress(size, quality)
    return blob.size > 0 && blob.size <= maxBytes ? blob : null
  }
  const top = await tryQuality(BEST_QUALITY)
  if (top) return top
  let best = await tryQuality(LEAST_QUALITY)
  if (!best) return null
  let [fits, tooLarge] = [LEAST_QUALITY, BEST_QUALITY]
  while (tooLarge - fits > STEP) {
    const quality = (fits + tooLarge) / 2
    const blob = await tryQuality(quality)
    if (blob) [best, fits] = [blob, quality]
    else tooLarge = quality
  }
  return best
}

/** JPEG of at most `maxBytes`: full size (4096 px at most) at the best quality that fits, then smaller, never below quality .92. */
export const fitUnder = async (full: Size, maxBytes: number, compress: Compress): Promise<Blob> => {
  const first = Math.min(1, MAX_SIDE_PX / Math.max(full.width, full.height))
  for (
    let scale = first;
    Math.min(full.width, full.height) * scale >= MIN_SIDE_PX || scale === first;
    scale *= SHRINK
  ) {
    const size = { width: Math.round(full.width * scale), height: Math.round(full.height * scale) }
    const blob = await bestAt(size, maxBytes, compress)
    if (blob) return blob
  }
  throw new EncodeError('does not fit')
}
