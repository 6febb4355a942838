import { crc32 } from 'node:zlib'
import type { ImageHeader, ImageRefusal } from './types.ts'

/** W3C PNG (Third Edition) §5.2. */
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const LENGTH_AND_TYPE_BYTES = 8
const CRC_BYTES = 4
const IHDR_BYTES = 13

export const isPng = (bytes: Uint8Array): boolean => SIGNATURE.equals(bytes.subarray(0, SIGNATURE.length))

/** Bit 5 of the first letter is 0: the picture cannot be shown without this chunk, §5.4. */
const isCritical = (type: string): boolean => (type.charCodeAt(0) & 0x20) === 0

/**
 * Walks the chunks from IHDR to IEND. `image_animated` on an animation control chunk; `image_truncated` when a
 * chunk reaches over the end, a critical chunk's CRC is wrong, or IHDR, IDAT or IEND is missing.
 */
export const readPngHeader = (input: Uint8Array): ImageHeader | ImageRefusal => {
  const bytes = Buffer.from(input.buffer, input.byteOffset, input.byteLength)
  let header: Omit<ImageHeader, 'end'> | null = null
  let hasData = false
  let position = SIGNATURE.length
  while (position + LENGTH_AND_TYPE_BYTES + CRC_BYTES <= bytes.length) {
    const length = bytes.readUInt32BE(position)
    const type = bytes.toString('latin1', position + 4, position + LENGTH_AND_TYPE_BYTES)
    const dataStart = position + LENGTH_AND_TYPE_BYTES
    const dataEnd = dataStart + length
    if (dataEnd + CRC_BYTES > bytes.length) return 'image_truncated'
    if (isCritical(type) && crc32(bytes.subarray(position + 4, dataEnd)) !== bytes.readUInt32BE(dataEnd)) {
      return 'image_truncated'
    }
    if (header === null) {
      if (type !== 'IHDR' || length !== IHDR_BYTES) return 'image_truncated'
      const width = bytes.readUInt32BE(dataStart)
      const height = bytes.readUInt32BE(dataStart + 4)
      if (width === 0 || height === 0) return 'image_truncated'
      header = { format: 'png', width, height }
    } else if (type === 'acTL') return 'image_animated'
    else if (type === 'IDAT') hasData = true
    else if (type === 'IEND') {
      return hasData ? { ...header, end: dataEnd + CRC_BYTES } : 'image_truncated'
    }
    position = dataEnd + CRC_BYTES
  }
  return 'image_truncated'
}
