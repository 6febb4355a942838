import { describe, expect, it } from 'vitest'
import {
  gifBytes,
  heicBytes,
  jpegBytes,
  pdfBytes,
  pngBytes,
  textBytes,
  webpBytes,
} from '../testing/picture-bytes.ts'
import { type PhotoHeader, readPhotoHeader } from './photo-header.ts'

const MEGAPIXELS_48 = 8000 * 6000

describe('readPhotoHeader', () => {
  const cases: [string, number[], PhotoHeader][] = [
    ['JPEG', jpegBytes(), { kind: 'jpeg', pixels: 640 * 480 }],
    ['progressive JPEG', jpegBytes({ sof: 0xc2 }), { kind: 'jpeg', pixels: 640 * 480 }],
    [
      'JPEG with a long EXIF',
      jpegBytes({ metadata: 60_000, width: 8000, height: 6000 }),
      { kind: 'jpeg', pixels: MEGAPIXELS_48 },
    ],
    ['JPEG that ends early', jpegBytes().slice(0, 12), { kind: 'jpeg', pixels: null }],
    [
      'JPEG full of rubbish',
      [0xff, 0xd8, 0xff, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1],
      { kind: 'jpeg', pixels: null },
    ],
    ['PNG', pngBytes({ width: 8000, height: 6000 }), { kind: 'png', pixels: MEGAPIXELS_48 }],
    ['PNG that ends early', pngBytes().slice(0, 20), { kind: 'png', pixels: null }],
    ['HEIC', heicBytes(), { kind: 'heic', pixels: null }],
    ['AVIF', heicBytes('avif'), { kind: 'heic', pixels: null }],
    ['MP4', heicBytes('isom'), { kind: 'unknown', pixels: null }],
    ['GIF', gifBytes(), { kind: 'gif', pixels: null }],
    ['WebP', webpBytes(), { kind: 'webp', pixels: null }],
    ['PDF', pdfBytes(), { kind: 'pdf', pixels: null }],
    ['a web page', textBytes(), { kind: 'unknown', pixels: null }],
    ['nothing', [], { kind: 'unknown', pixels: null }],
    ['one byte', [0xff], { kind: 'unknown', pixels: null }],
  ]
  it.each(cases)('%s', (_, bytes, expected) => {
    expect(readPhotoHeader(Uint8Array.from(bytes))).toEqual(expected)
  })
})
