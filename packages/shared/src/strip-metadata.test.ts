import { describe, expect, it } from 'vitest'
import { stripMetadata } from './strip-metadata.ts'

const SECRET = 'Ada Lovelace, 51.5 N'
const letters = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0) & 0xff)
const u16 = (value: number) => [value >> 8, value & 0xff]
const u32 = (value: number) => [0, 0, ...u16(value)]
const textOf = (bytes: Uint8Array) => String.fromCharCode(...bytes)

/** Orientation behind another entry, and after the directory what nobody should read. */
const tiff = (orientation: number, isLittle = false): number[] => {
  const short = (value: number) => (isLittle ? u16(value).reverse() : u16(value))
  const long = (value: number) => (isLittle ? u32(value).reverse() : u32(value))
  return [
    ...letters(isLittle ? 'II' : 'MM'),
    ...[...short(42), ...long(8), ...short(2)],
    ...[...short(0x010f), ...short(2), ...long(20), ...long(38)],
    ...[...short(0x0112), ...short(3), ...long(1), ...short(orientation), 0, 0],
    ...long(0),
    ...letters(SECRET),
  ]
}

const segment = (marker: number, ...content: number[]) => [
  0xff,
  marker,
  ...u16(2 + content.length),
  ...content,
]
const exif = (orientation: number, isLittle = false) =>
  segment(0xe1, ...letters('Exif\0\0'), ...tiff(orientation, isLittle))

const JFIF = segment(0xe0, ...letters('JFIF\0'), 1, 2, 0, 0, 1, 0, 1, 0, 0)
const ICC = segment(0xe2, ...letters('ICC_PROFILE\0'), 1, 1, 9, 9)
const ADOBE = segment(0xee, ...letters('Adobe'), 0, 100, 0, 0, 0, 0, 1)
const FRAME = segment(0xc0, 8, ...u16(1), ...u16(1), 1, 1, 0x11, 0)
/** Compressed data with a stuffed byte and a restart in it. */
const SCAN = [...segment(0xda, 1, 1, 0, 0, 63, 0), 1, 2, 0xff, 0, 3, 0xff, 0xd0, 4]
const END = [0xff, 0xd9]
const SMALLEST = [0xff, 0xd8, ...JFIF, ...ICC, ...ADOBE, ...FRAME, ...SCAN, ...END]

describe('a JPEG', () => {
  it('loses what says who, where and when, and what follows its end', () => {
    const dirty = [
      ...[0xff, 0xd8],
      ...JFIF,
      ...exif(1),
      ...segment(0xe1, ...letters(`http://ns.adobe.com/xap/1.0/\0<x>${SECRET}</x>`)),
      ...ICC,
      ...segment(0xed, ...letters(`Photoshop 3.0\0${SECRET}`)),
      ...segment(0xe2, ...letters(`MPF\0${SECRET}`)),
      ...segment(0xfe, ...letters(SECRET)),
      // Markers without a length.
      ...[0xff, 0x01, 0xff, 0xd3],
      ...segment(0xe1, ...letters(`http://ns.adobe.com/xap/1.0/\0<x>${SECRET}</x>`)),
      ...ADOBE,
      ...[7, 7, 7],
      ...FRAME,
      ...SCAN,
      ...segment(0xfe, ...letters(SECRET)),
      ...END,
      ...letters(SECRET),
    ]
    expect([...stripMetadata(Uint8Array.from(dirty))]).toEqual(SMALLEST)
  })

  it.each([2, 3, 4, 5, 6, 7, 8])('keeps which way is up: %i', (orientation) => {
    for (const isLittle of [true, false]) {
      const dirty = [0xff, 0xd8, ...exif(orientation, isLittle), ...FRAME, ...SCAN, ...END]
      const clean = stripMetadata(Uint8Array.from(dirty))
      expect(textOf(clean)).not.toContain(SECRET)
      // Little endian: tag 0x0112, type 3, count 1, the value.
      expect(textOf(clean)).toContain(String.fromCharCode(0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0))
      expect(stripMetadata(clean)).toBe(clean)
    }
  })

  it('loses the thumbnail of its header', () => {
    const header = segment(0xe0, ...letters('JFIF\0'), 1, 2, 0, 0, 1, 0, 1, 1, 2, ...letters('PIXELS'))
    const clean = stripMetadata(Uint8Array.from([0xff, 0xd8, ...header, ...FRAME, ...SCAN, ...END]))
    expect([...clean]).toEqual([0xff, 0xd8, ...JFIF, ...FRAME, ...SCAN, ...END])
  })
})

describe('a PNG', () => {
  const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
  const chunk = (type: string, ...content: number[]) => [
    ...u32(content.length),
    ...letters(type),
    ...content,
    1,
    2,
    3,
    4,
  ]
  const pixels = [...chunk('IHDR', 1, 2, 3), ...chunk('iCCP', 9), ...chunk('IDAT', 5, 6)]

  it('loses the same', () => {
    const dirty = [
      ...SIGNATURE,
      ...pixels,
      ...['tEXt', 'zTXt', 'iTXt', 'tIME', 'prVt'].flatMap((type) => chunk(type, ...letters(SECRET))),
      ...chunk('eXIf', ...tiff(1)),
      ...chunk('IEND'),
      ...letters(SECRET),
    ]
    expect([...stripMetadata(Uint8Array.from(dirty))]).toEqual([...SIGNATURE, ...pixels, ...chunk('IEND')])
  })

  it('keeps which way is up, under a right check sum', () => {
    const dirty = [...SIGNATURE, ...pixels, ...chunk('eXIf', ...tiff(6)), ...chunk('IEND')]
    const clean = stripMetadata(Uint8Array.from(dirty))
    expect(textOf(clean)).not.toContain(SECRET)
    const at = textOf(clean).indexOf('eXIf')
    // CRC-32 of the type and the 26 bytes.
    expect([...clean.subarray(at + 30, at + 34)]).toEqual([0xb7, 0x48, 0x11, 0x29])
    expect(stripMetadata(clean)).toBe(clean)
  })
})

it.each([
  ['nothing to leave out', SMALLEST],
  ['no end', SMALLEST.slice(0, -4)],
  ['a segment longer than the file', [0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff, 1]],
  ['a length of nothing', [0xff, 0xd8, 0xff, 0xe0, 0, 0, 0]],
  ['another type', letters('GIF89a')],
  ['no bytes', []],
])('gives back the same bytes: %s', (_, bytes) => {
  const picture = Uint8Array.from(bytes)
  expect(stripMetadata(picture)).toBe(picture)
})
