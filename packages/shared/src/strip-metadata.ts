import { sniffImageType } from './image-type.ts'

/**
 * A picture without what cameras and programs write beside it: EXIF with place, time and device, XMP, IPTC, thumbnails,
 * comments, and whatever follows its end. Pixels are not touched, nor what says how to show them: which way is up, and
 * the colour profile. What is no whole JPEG or PNG stays as it is: no decoder of ours takes it.
 * @returns the very same bytes when there is nothing to leave out
 */
export const stripMetadata = (picture: Uint8Array): Uint8Array => {
  const type = sniffImageType(picture)
  const parts =
    type === 'image/jpeg' ? toJpegParts(picture) : type === 'image/png' ? toPngParts(picture) : undefined
  if (!parts) return picture
  const length = parts.reduce((sum, part) => sum + part.byteLength, 0)
  const isWhole = length === picture.byteLength && parts.every((part) => part.buffer === picture.buffer)
  return isWhole ? picture : join(parts, length)
}

const join = (parts: readonly Uint8Array[], length: number): Uint8Array => {
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.byteLength
  }
  return whole
}

const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.byteLength === other.byteLength && one.every((byte, index) => byte === other[index])

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const startsWith = (bytes: Uint8Array, at: number, text: string): boolean =>
  [...text].every((letter, index) => bytes[at + index] === letter.charCodeAt(0))

const UPRIGHT = 1
const ORIENTATION = 0x0112
const SHORT = 3
const ENTRY_BYTES = 12

/** Which way is up, by the TIFF structure inside EXIF (CIPA DC-008 §4.6.2, TIFF 6.0 §2). */
const readOrientation = (tiff: Uint8Array): number => {
  const isLittle = startsWith(tiff, 0, 'II')
  const view = viewOf(tiff)
  if ((!isLittle && !startsWith(tiff, 0, 'MM')) || tiff.byteLength < 8) return UPRIGHT
  const directory = view.getUint32(4, isLittle)
  if (directory + 2 > tiff.byteLength) return UPRIGHT
  const count = view.getUint16(directory, isLittle)
  for (let index = 0; index < count; index += 1) {
    const entry = directory + 2 + index * ENTRY_BYTES
    if (entry + ENTRY_BYTES > tiff.byteLength) return UPRIGHT
    if (view.getUint16(entry, isLittle) !== ORIENTATION) continue
    const orientation = view.getUint16(entry + 8, isLittle)
    return orientation >= 1 && orientation <= 8 ? orientation : UPRIGHT
  }
  return UPRIGHT
}

/** The smallest EXIF there is: one directory with one entry. */
const toTiff = (orientation: number): Uint8Array =>
  Uint8Array.of(
    ...[0x49, 0x49, 0x2a, 0, 8, 0, 0, 0],
    ...[1, 0],
    ...[ORIENTATION & 0xff, ORIENTATION >> 8, SHORT, 0, 1, 0, 0, 0, orientation, 0, 0, 0],
    ...[0, 0, 0, 0],
  )

/** Marker codes, ITU-T T.81 table B.1. */
const TEM = 0x01
const EOI = 0xd9
const SOS = 0xda
const APP0 = 0xe0
const APP1 = 0xe1
const APP2 = 0xe2
const APP14 = 0xee
const APP15 = 0xef
const COM = 0xfe

const EXIF = 'Exif\0\0'
/** Identifier, version, units, densities and the size of a thumbnail: JFIF 1.02. */
const JFIF_BYTES = 16

const isWithoutLength = (marker: number): boolean => marker === TEM || (marker >= 0xd0 && marker <= 0xd7)

const toJpegParts = (bytes: Uint8Array): Uint8Array[] | undefined => {
  const view = viewOf(bytes)
  const parts = [bytes.subarray(0, 2)]
  let position = 2
  while (position + 1 < bytes.byteLength) {
    const marker = bytes[position + 1] ?? 0
    // Fill bytes (B.1.1.2), and what some cameras leave between segments.
    if (bytes[position] !== 0xff || marker === 0xff || marker === 0) {
      position += 1
      continue
    }
    if (marker === EOI) return [...parts, bytes.subarray(position, position + 2)]
    if (isWithoutLength(marker)) {
      position += 2
      continue
    }
    if (position + 4 > bytes.byteLength) return undefined
    const length = view.getUint16(position + 2)
    const end = position + 2 + length
    if (length < 2 || end > bytes.byteLength) return undefined
    const next = marker === SOS ? findScanEnd(bytes, end) : end
    parts.push(...toJpegSegment(bytes.subarray(position, next), marker))
    position = next
  }
  return undefined
}

/** Where the next marker stands that is neither a stuffed 0xFF00 nor a restart: those belong to the scan. */
const findScanEnd = (bytes: Uint8Array, from: number): number => {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const marker = bytes[at + 1] ?? 0
    if (marker !== 0 && marker !== 0xff && !isWithoutLength(marker)) return at
  }
  return bytes.byteLength
}

/** What is kept of a segment. */
const toJpegSegment = (segment: Uint8Array, marker: number): Uint8Array[] => {
  if (marker === COM) return []
  if (marker < APP0 || marker > APP15) return [segment]
  if (marker === APP0 && startsWith(segment, 4, 'JFIF\0')) return [withoutThumbnail(segment)]
  if (marker === APP2 && startsWith(segment, 4, 'ICC_PROFILE\0')) return [segment]
  // Says how colours are to be read.
  if (marker === APP14 && startsWith(segment, 4, 'Adobe')) return [segment]
  if (marker !== APP1 || !startsWith(segment, 4, EXIF)) return []
  const orientation = readOrientation(segment.subarray(4 + EXIF.length))
  if (orientation === UPRIGHT) return []
  const tiff = toTiff(orientation)
  const exif = [...EXIF].map((letter) => letter.charCodeAt(0))
  const own = Uint8Array.of(0xff, APP1, 0, 2 + exif.length + tiff.byteLength, ...exif, ...tiff)
  return [isSame(own, segment) ? segment : own]
}

const withoutThumbnail = (segment: Uint8Array): Uint8Array => {
  if (segment.byteLength <= 2 + JFIF_BYTES) return segment
  const short = segment.slice(0, 2 + JFIF_BYTES)
  short.set([0, JFIF_BYTES], 2)
  short.set([0, 0], JFIF_BYTES)
  return short
}

const PNG_SIGNATURE_BYTES = 8
/** Length, type and check sum. */
const CHUNK_FRAME_BYTES = 12

/** What the pixels are and how to show them (PNG third edition §11.2, §11.3.2). */
const PNG_KEPT: readonly string[] = [
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'cHRM',
  'cICP',
  'gAMA',
  'iCCP',
  'mDCV',
  'cLLI',
  'sBIT',
  'sRGB',
]

const toPngParts = (bytes: Uint8Array): Uint8Array[] | undefined => {
  const view = viewOf(bytes)
  const parts = [bytes.subarray(0, PNG_SIGNATURE_BYTES)]
  let position = PNG_SIGNATURE_BYTES
  while (position + CHUNK_FRAME_BYTES <= bytes.byteLength) {
    const end = position + CHUNK_FRAME_BYTES + view.getUint32(position)
    if (end > bytes.byteLength) return undefined
    const chunk = bytes.subarray(position, end)
    const type = String.fromCharCode(...chunk.subarray(4, 8))
    if (PNG_KEPT.includes(type)) parts.push(chunk)
    if (type === 'eXIf') parts.push(...toPngExif(chunk))
    if (type === 'IEND') return parts
    position = end
  }
  return undefined
}

const toPngExif = (chunk: Uint8Array): Uint8Array[] => {
  const orientation = readOrientation(chunk.subarray(8, -4))
  if (orientation === UPRIGHT) return []
  const tiff = toTiff(orientation)
  const own = new Uint8Array(CHUNK_FRAME_BYTES + tiff.byteLength)
  own.set(chunk.subarray(4, 8), 4)
  own.set(tiff, 8)
  viewOf(own).setUint32(0, tiff.byteLength)
  viewOf(own).setUint32(own.byteLength - 4, toCrc(own.subarray(4, -4)))
  return [isSame(own, chunk) ? chunk : own]
}

/** CRC-32 as PNG has it (annex D), bit by bit: it runs over 30 bytes. */
const toCrc = (bytes: Uint8Array): number => {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}
