import { MAX_JPEG_SCANS } from '@visavis/shared/limits'
import type { ImageHeader, ImageRefusal } from './types.ts'

/** Marker codes, ITU-T T.81 table B.1. */
const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda
const TEM = 0x01
const RST0 = 0xd0
const RST7 = 0xd7

/** SOF0…SOF15 without DHT (C4), JPG (C8) and DAC (CC). */
const isStartOfFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

const isWithoutLength = (marker: number): boolean => marker === TEM || (marker >= RST0 && marker <= RST7)

export const isJpeg = (bytes: Uint8Array): boolean =>
  bytes[0] === 0xff && bytes[1] === SOI && (bytes.length === 2 || bytes[2] === 0xff)

/** Position of the next marker's 0xFF at or after `from`: not a stuffed 0xFF00, not a restart. -1: there is none. */
const findMarkerAfterScan = (bytes: Buffer, from: number): number => {
  let position = bytes.indexOf(0xff, from)
  while (position >= 0 && position + 1 < bytes.length) {
    const next = bytes[position + 1] ?? 0
    if (next === 0xff) position += 1
    else if (next !== 0 && !isWithoutLength(next)) return position
    else position = bytes.indexOf(0xff, position + 2)
  }
  return -1
}

/**
 * Walks the segments from SOI to EOI. A thumbnail inside EXIF is skipped with its segment. `image_truncated` when
 * a segment or the compressed data ends early, or when there is no frame or no scan; `image_too_many_scans` as soon as
 * one scan too many begins.
 * Source: ITU-T T.81 annex B.
 */
export const readJpegHeader = (input: Uint8Array): ImageHeader | ImageRefusal => {
  const bytes = Buffer.from(input.buffer, input.byteOffset, input.byteLength)
  let header: Omit<ImageHeader, 'end'> | null = null
  let scans = 0
  let position = 2
  while (position + 1 < bytes.length) {
    const marker = bytes[position + 1] ?? 0
    // Any number of 0xFF may come before a marker, B.1.1.2. Other bytes between segments should not be there, but
    // some cameras write them, and every decoder skips them up to the next marker.
    if (bytes[position] !== 0xff || marker === 0xff || marker === 0) {
      position += 1
      continue
    }
    if (marker === EOI) {
      return scans > 0 && header !== null ? { ...header, end: position + 2 } : 'image_truncated'
    }
    if (isWithoutLength(marker)) {
      position += 2
      continue
    }
    if (position + 4 > bytes.length) return 'image_truncated'
    const length = bytes.readUInt16BE(position + 2)
    const end = position + 2 + length
    if (length < 2 || end > bytes.length) return 'image_truncated'
    if (isStartOfFrame(marker) && header === null) {
      // Length, precision, height, width, components: B.2.2.
      if (length < 8) return 'image_truncated'
      const height = bytes.readUInt16BE(position + 5)
      const width = bytes.readUInt16BE(position + 7)
      if (width === 0 || height === 0) return 'image_truncated'
      header = { format: 'jpeg', width, height }
    }
    position = end
    if (marker === SOS) {
      scans += 1
      if (scans > MAX_JPEG_SCANS) return 'image_too_many_scans'
      position = findMarkerAfterScan(bytes, end)
      if (position < 0) return 'image_truncated'
    }
  }
  return 'image_truncated'
}
