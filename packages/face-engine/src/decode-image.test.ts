import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { type DecodedImage, decodeImage } from './decode-image.ts'
import type { Pixels } from './pixels.ts'
import { withGainMap, withOrientation } from './testing/odd-jpegs.ts'
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

  // Halves of odd sides are rounded, up or down; nearly square ones do not show which way they were turned.
  const ORIENTATIONS = [1, 2, 3, 4, 5, 6, 7, 8]
  it.each([
    [2400, 1801],
    [2401, 1800],
    [1801, 2401],
    [2399, 2400],
  ])('finds regions at the edges of %i × %i, however it is turned', async (width, height) => {
    const plain = sharp({ create: { width, height, channels: 3, background: '#0a0' } })
    const bytes = await plain.jpeg().toBuffer()
    for (const orientation of ORIENTATIONS) {
      const image = await decode(withOrientation(bytes, orientation))
      const upright = orientation < 5 ? { width, height } : { width: height, height: width }
      const whole = { x: -9, y: -9, width: image.pixels.width + 18, height: image.pixels.height + 18 }
      const region = await image.decodeFull(whole)
      if (typeof region === 'string') throw new Error(`${orientation}: ${region}`)
      expect(region.pixels).toMatchObject(upright)
    }
  })

  it('reads a picture of one channel with a gain map as the plain picture', async () => {
    const grey = await sharp(await halves(40, 20).png().toBuffer())
      .toColourspace('b-w')
      .jpeg()
      .toBuffer()
    expect((await sharp(grey).metadata()).channels).toBe(1)
    const { pixels } = await decode(withGainMap(grey, grey))
    expect([pixels.width, pixels.height]).toEqual([40, 20])
    expect(pixels.data[0]).toBe(pixels.data[1])
  })

  it('reads a picture with stray bytes between its segments', async () => {
    const bytes = await halves(40, 20).jpeg().toBuffer()
    const stray = Buffer.from([0, 0, 0x41, 0xff, 0, 0x42])
    const { pixels } = await decode(Buffer.concat([bytes.subarray(0, 20), stray, bytes.subarray(20)]))
    expect([colourAt(pixels, 2, 2), colourAt(pixels, 37, 2)]).toEqual([RED, BLUE])
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
