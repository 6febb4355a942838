import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { type DecodedImage, decodeImage } from './decode-image.ts'
import type { Pixels } from './pixels.ts'
import { readPortrait, readSample } from './testing/portraits.ts'

/** Left half red, right half blue. */
const halves = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#00f' } }).composite([
    {
      input: { create: { width: width / 2, height, channels: 3, background: '#f00' } },
      left: 0,
      top: 0,
    },
  ])

const decode = async (bytes: Uint8Array): Promise<DecodedImage> => {
  const image = await decodeImage(bytes)
  if (typeof image === 'string') throw new Error(image)
  return image
}

/** Red and blue of a pixel, each 0 or 1. */
const colourAt = ({ data, width }: Pixels, x: number, y: number) => {
  const at = (y * width + x) * 3
  return [data[at] ?? 0, data[at + 2] ?? 0].map((value) => Math.round(value / 255))
}
const RED = [1, 0]
const BLUE = [0, 1]

describe('decodeImage', () => {
  it.each([
    [1, 40, 20, 'left'],
    [3, 40, 20, 'right'],
    [6, 20, 40, 'top'],
    [8, 20, 40, 'bottom'],
  ])('turns EXIF orientation %i upright', async (orientation, width, height, redSide) => {
    const { pixels } = await decode(await halves(40, 20).withMetadata({ orientation }).jpeg().toBuffer())
    expect([pixels.width, pixels.height]).toEqual([width, height])
    const near = colourAt(pixels, 2, 2)
    const far = colourAt(pixels, width - 3, height - 3)
    expect([near, far]).toEqual(redSide === 'left' || redSide === 'top' ? [RED, BLUE] : [BLUE, RED])
  })

  it.each([
    ['CMYK', async () => halves(40, 20).toColourspace('cmyk').jpeg().toBuffer()],
    ['progressive', async () => halves(40, 20).jpeg({ progressive: true }).toBuffer()],
    ['16 bit', async () => halves(40, 20).toColourspace('rgb16').png().toBuffer()],
    ['alpha', async () => halves(40, 20).ensureAlpha(1).png().toBuffer()],
    ['palette', async () => halves(40, 20).png({ palette: true }).toBuffer()],
  ])('makes 8-bit RGB of %s', async (_, bytes) => {
    const { pixels } = await decode(await bytes())
    expect(pixels.data.length).toBe(40 * 20 * 3)
    expect([colourAt(pixels, 2, 2), colourAt(pixels, 37, 2)]).toEqual([RED, BLUE])
  })

  it.each(['jpeg', 'png'] as const)('makes RGB of a greyscale %s', async (format) => {
    const { pixels } = await decode(
      await sharp(await halves(40, 20).png().toBuffer())
        .greyscale()
        .toFormat(format)
        .toBuffer(),
    )
    expect(pixels.data.length).toBe(40 * 20 * 3)
    expect(pixels.data[0]).toBe(pixels.data[1])
  })

  it('halves a large picture until it is small enough, and finds regions in it again in full', async () => {
    const { pixels, isReduced, decodeFull } = await decode(
      await halves(4000, 3000).withMetadata({ orientation: 6 }).jpeg().toBuffer(),
    )
    expect([pixels.width, pixels.height, isReduced]).toEqual([750, 1000, true])
    // Orientation 6: the red half is on top, and the edge between the halves at y = 500.
    const region = await decodeFull({ x: 300, y: 400, width: 100, height: 200 })
    if (typeof region === 'string') throw new Error(region)
    expect([region.pixels.width, region.pixels.height]).toEqual([400, 800])
    expect(colourAt(region.pixels, 200, 390)).toEqual(RED)
    expect(colourAt(region.pixels, 200, 410)).toEqual(BLUE)
    expect(region.fromReduced({ x: 310, y: 450, width: 20, height: 30 })).toEqual({
      x: 40,
      y: 200,
      width: 80,
      height: 120,
    })
  })

  it('does not reduce what a camera of 1080 lines takes', async () => {
    const { pixels, isReduced } = await decode(await readSample(1))
    expect([pixels.width, pixels.height, isReduced]).toEqual([1920, 1280, false])
  })

  it('refuses damage that only decoding finds', async () => {
    const bytes = await readPortrait('anna')
    // Everything after the frame header, up to the end marker, is noise without markers in it.
    const scan = bytes.indexOf(Buffer.from([0xff, 0xda]))
    const huffman = bytes.indexOf(Buffer.from([0xff, 0xc4]))
    const damaged = Buffer.from(bytes).fill(0x11, huffman + 4, scan)
    expect(await decodeImage(damaged)).toBe('image_truncated')
  })

  it('judges the header first', async () => {
    expect(await decodeImage(await halves(40, 20).webp().toBuffer())).toBe('image_type_unsupported')
  })
})
