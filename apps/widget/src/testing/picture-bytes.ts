const ascii = (text: string) => Array.from(text, (character) => character.charCodeAt(0))
const uint16 = (value: number) => [value >> 8, value & 255]
const uint32 = (value: number) => [...uint16(value >>> 16), ...uint16(value & 0xffff)]

/** Beginning of a JPEG: `metadata` bytes of EXIF, then a frame header of the given size. */
export const jpegBytes = ({ width = 640, height = 480, metadata = 16, sof = 0xc0 } = {}): number[] => [
  ...[0xff, 0xd8, 0xff, 0xe1],
  ...uint16(metadata + 2),
  ...Array.from({ length: metadata }, () => 0),
  ...[0xff, 0xff, sof],
  ...uint16(17),
  8,
  ...uint16(height),
  ...uint16(width),
  ...[3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1],
]

export const pngBytes = ({ width = 640, height = 480 } = {}): number[] => [
  ...[0x89, ...ascii('PNG'), 0x0d, 0x0a, 0x1a, 0x0a],
  ...uint32(13),
  ...ascii('IHDR'),
  ...uint32(width),
  ...uint32(height),
  ...[8, 2, 0, 0, 0],
]

export const heicBytes = (brand = 'heic'): number[] => [0, 0, 0, 24, ...ascii(`ftyp${brand}`), 0, 0, 0, 0]
export const gifBytes = (): number[] => ascii('GIF89a....')
export const pdfBytes = (): number[] => ascii('%PDF-1.7')
export const webpBytes = (): number[] => [...ascii('RIFF'), 0, 0, 0, 0, ...ascii('WEBP')]
export const textBytes = (): number[] => ascii('<!doctype html>')
