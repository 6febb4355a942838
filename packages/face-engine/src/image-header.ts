import { MAX_IMAGE_BYTES, MAX_IMAGE_PIXELS, MAX_IMAGE_SIDE } from '@visavis/shared/limits'
import { isJpeg, readJpegHeader } from './jpeg-header.ts'
import { isPng, readPngHeader } from './png-header.ts'
import type { ImageHeader, ImageRefusal } from './types.ts'

/**
 * Reads type and size of a picture out of its bytes and walks its structure to the end, without decoding. File
 * names and declared media types play no part. Bytes after the end of the picture are allowed: phones append more
 * pictures there (CIPA DC-007, Multi-Picture Format), and only the first is ever decoded.
 */
export const readImageHeader = (bytes: Uint8Array): ImageHeader | ImageRefusal => {
  if (bytes.length > MAX_IMAGE_BYTES) return 'image_too_large'
  const header = isJpeg(bytes) ? readJpegHeader(bytes) : isPng(bytes) ? readPngHeader(bytes) : null
  if (header === null) return 'image_type_unsupported'
  if (typeof header === 'string') return header
  if (header.width * header.height > MAX_IMAGE_PIXELS) return 'image_too_many_pixels'
  return Math.max(header.width, header.height) > MAX_IMAGE_SIDE ? 'image_side_too_long' : header
}
