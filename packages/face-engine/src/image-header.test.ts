import { crc32, deflateSync } from 'node:zlib'
import { MAX_IMAGE_BYTES, MAX_IMAGE_SIDE, MAX_JPEG_SCANS } from '@visavis/shared/limits'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { readImageHeader } from './image-header.ts'

const picture = () => sharp({ create: { width: 30, height: 20, channels: 3, background: '#a98' } })
const jpeg = await picture().jpeg().toBuffer()
const png = await picture().png().toBuffer()
const thumbnail = await sharp({ create: { width: 8, height: 6, channels: 3, background: '#123' } })
  .jpeg()
  .toBuffer()

const chunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const bytes = Buffer.alloc(8 + body.length)
  bytes.writeUInt32BE(data.length, 0)
  body.copy(bytes, 4)
  bytes.writeUInt32BE(crc32(body), 4 + body.length)
  return bytes
}
const ihdr = (width: number, height: number): Buffer => {
  const data = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0])
  data.writeUInt32BE(width, 0)
  data.writeUInt32BE(height, 4)
  return chunk('IHDR', data)
}
const signature = png.subarray(0, 8)
const idat = chunk('IDAT', deflateSync(Buffer.alloc(10)))
const iend = chunk('IEND', new Uint8Array())
const pngOf = (...chunks: Uint8Array[]) => Buffer.concat([signature, ...chunks])

const segment = (marker: number, data: Uint8Array): Buffer => {
  const bytes = Buffer.from([0xff, marker, 0, 0, ...data])
  bytes.writeUInt16BE(data.length + 2, 2)
  return bytes
}
const SOI = Buffer.from([0xff, 0xd8])
const EOI = Buffer.from([0xff, 0xd9])
const frame = (width: number, height: number) =>
  segment(0xc0, Buffer.from([8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0]))
const scan = segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0]))
const scans = (count: number) => Array.from({ length: count }, () => scan)
const jpegOf = (...parts: Uint8Array[]) => Buffer.concat([SOI, ...parts])
const withApp1 = (data: Uint8Array) => Buffer.concat([SOI, segment(0xe1, data), jpeg.subarray(2)])
const flip = (bytes: Buffer, at: number) => {
  const copy = Buffer.from(bytes)
  copy[at] = (copy[at] ?? 0) ^ 1
  return copy
}

const ACCEPTED: [string, Uint8Array, 'jpeg' | 'png', number, number][] = [
  ['a JPEG', jpeg, 'jpeg', 30, 20],
  ['a progressive JPEG', await picture().jpeg({ progressive: true }).toBuffer(), 'jpeg', 30, 20],
  ['a CMYK JPEG', await picture().toColourspace('cmyk').jpeg().toBuffer(), 'jpeg', 30, 20],
  ['a greyscale JPEG', await picture().greyscale().jpeg().toBuffer(), 'jpeg', 30, 20],
  [
    'a JPEG with restart markers',
    jpegOf(frame(9, 8), scan, Buffer.from('01ffd002ff00', 'hex'), EOI),
    'jpeg',
    9,
    8,
  ],
  [
    'a JPEG with fill bytes before markers',
    jpegOf(Buffer.from([0xff]), frame(9, 8), scan, Buffer.from([5, 0xff]), EOI),
    'jpeg',
    9,
    8,
  ],
  [
    'a JPEG with a thumbnail in EXIF',
    withApp1(Buffer.concat([Buffer.from('Exif\0\0'), thumbnail])),
    'jpeg',
    30,
    20,
  ],
  [
    'a JPEG with stray bytes between segments',
    jpegOf(frame(9, 8), Buffer.from('000001ff00', 'hex'), scan, Buffer.from([5]), EOI),
    'jpeg',
    9,
    8,
  ],
  ['a JPEG with bytes after its end', Buffer.concat([jpeg, Buffer.alloc(99, 7)]), 'jpeg', 30, 20],
  ['a phone’s JPEG with a second picture after it', Buffer.concat([jpeg, thumbnail]), 'jpeg', 30, 20],
  ['a PNG', png, 'png', 30, 20],
  ['a 16-bit PNG', await picture().toColourspace('rgb16').png().toBuffer(), 'png', 30, 20],
  ['a PNG with alpha', await picture().ensureAlpha(0.5).png().toBuffer(), 'png', 30, 20],
  ['a PNG with a palette', await picture().png({ palette: true }).toBuffer(), 'png', 30, 20],
  ['a PNG with bytes after its end', Buffer.concat([png, Buffer.alloc(99)]), 'png', 30, 20],
  [
    'a PNG with a damaged comment',
    pngOf(ihdr(5, 5), flip(chunk('tEXt', Buffer.from('a\0b')), 9), idat, iend),
    'png',
    5,
    5,
  ],
  ['exactly 40 megapixels', pngOf(ihdr(8000, 5000), idat, iend), 'png', 8000, 5000],
  ['the longest side', pngOf(ihdr(1, MAX_IMAGE_SIDE), idat, iend), 'png', 1, MAX_IMAGE_SIDE],
  ['as many scans as may be', jpegOf(frame(9, 8), ...scans(MAX_JPEG_SCANS), EOI), 'jpeg', 9, 8],
]

describe('readImageHeader accepts', () => {
  it.each(ACCEPTED)('%s', (_, bytes, format, width, height) => {
    expect(readImageHeader(bytes)).toMatchObject({ format, width, height })
  })

  it('a view into a larger buffer', () => {
    const large = Buffer.concat([Buffer.alloc(13), jpeg, Buffer.alloc(13)])
    expect(readImageHeader(new Uint8Array(large.buffer, large.byteOffset + 13, jpeg.length))).toEqual({
      format: 'jpeg',
      width: 30,
      height: 20,
      end: jpeg.length,
    })
  })

  it.each([
    ['JPEG', jpeg],
    ['PNG', png],
  ])('a %s, and says where it ends', (_, bytes) => {
    expect(readImageHeader(Buffer.concat([bytes, Buffer.alloc(50)]))).toMatchObject({ end: bytes.length })
  })
})

const REFUSED: [string, Uint8Array, string][] = [
  ['nothing', new Uint8Array(), 'image_type_unsupported'],
  ['GIF', await picture().gif().toBuffer(), 'image_type_unsupported'],
  ['WebP', await picture().webp().toBuffer(), 'image_type_unsupported'],
  ['TIFF', await picture().tiff().toBuffer(), 'image_type_unsupported'],
  ['HEIC', Buffer.from('0000001c66747970686569630000000068656963', 'hex'), 'image_type_unsupported'],
  ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'image_type_unsupported'],
  ['PDF', Buffer.from('%PDF-1.7\n'), 'image_type_unsupported'],
  ['a JPEG that begins one byte late', Buffer.concat([Buffer.from([0]), jpeg]), 'image_type_unsupported'],
  ['a PNG with a spoilt signature', flip(png, 7), 'image_type_unsupported'],
  [
    '5 MiB and a byte',
    Buffer.concat([jpeg, Buffer.alloc(MAX_IMAGE_BYTES + 1 - jpeg.length)]),
    'image_too_large',
  ],
  ['more than 40 megapixels', pngOf(ihdr(8001, 5000), idat, iend), 'image_too_many_pixels'],
  ['a PNG bomb', pngOf(ihdr(0x7fffffff, 0x7fffffff), idat, iend), 'image_too_many_pixels'],
  ['a JPEG bomb', jpegOf(frame(65535, 65535), scan, EOI), 'image_too_many_pixels'],
  ['a picture of one column', pngOf(ihdr(1, 40_000_000), idat, iend), 'image_side_too_long'],
  ['a picture of one row', jpegOf(frame(MAX_IMAGE_SIDE + 1, 1), scan, EOI), 'image_side_too_long'],
  ['a JPEG of 11 632 scans', jpegOf(frame(6320, 6320), ...scans(11_632), EOI), 'image_too_many_scans'],
  ['one scan too many', jpegOf(frame(9, 8), ...scans(MAX_JPEG_SCANS + 1), EOI), 'image_too_many_scans'],
  ['an animated PNG', pngOf(ihdr(5, 5), chunk('acTL', Buffer.alloc(8)), idat, iend), 'image_animated'],
  ['the first bytes of a JPEG', jpeg.subarray(0, 2), 'image_truncated'],
  ['half a JPEG', jpeg.subarray(0, jpeg.length / 2), 'image_truncated'],
  ['a JPEG without its end marker', jpeg.subarray(0, -2), 'image_truncated'],
  ['a JPEG cut inside EXIF', withApp1(thumbnail).subarray(0, 40), 'image_truncated'],
  [
    'a JPEG cut between 0xFF and the marker',
    jpegOf(frame(9, 8), scan, Buffer.from([1, 0xff])),
    'image_truncated',
  ],
  ['a JPEG without a frame', jpegOf(scan, EOI), 'image_truncated'],
  ['a JPEG without a scan', jpegOf(frame(9, 8), EOI), 'image_truncated'],
  ['a JPEG of height 0', jpegOf(frame(9, 0), scan, EOI), 'image_truncated'],
  [
    'a JPEG with a segment shorter than its length field',
    jpegOf(Buffer.from('ffe00001', 'hex'), frame(9, 8), scan, EOI),
    'image_truncated',
  ],
  [
    'a JPEG with junk where a marker belongs',
    jpegOf(frame(9, 8), Buffer.from('00112233', 'hex')),
    'image_truncated',
  ],
  ['the signature of a PNG', signature, 'image_truncated'],
  ['half a PNG', png.subarray(0, png.length / 2), 'image_truncated'],
  ['a PNG without IEND', pngOf(ihdr(5, 5), idat), 'image_truncated'],
  ['a PNG without data', pngOf(ihdr(5, 5), iend), 'image_truncated'],
  ['a PNG that does not begin with IHDR', pngOf(idat, ihdr(5, 5), iend), 'image_truncated'],
  ['a PNG of width 0', pngOf(ihdr(0, 5), idat, iend), 'image_truncated'],
  ['a PNG with damaged data', pngOf(ihdr(5, 5), flip(idat, 9), iend), 'image_truncated'],
  [
    'a PNG whose chunk claims 4 GB',
    pngOf(ihdr(5, 5), Buffer.from('ffffffff49444154', 'hex'), iend),
    'image_truncated',
  ],
]

describe('readImageHeader refuses', () => {
  it.each(REFUSED)('%s', (_, bytes, reason) => {
    expect(readImageHeader(bytes)).toBe(reason)
  })

  it('every PNG and JPEG that is cut anywhere', () => {
    for (const whole of [jpeg, png]) {
      for (let length = 8; length < whole.length; length += 1) {
        expect(readImageHeader(whole.subarray(0, length))).toBe('image_truncated')
      }
    }
  })
})
