import { describe, expect, it } from 'vitest'
import { EncodeError, fitUnder } from './fit-under.ts'

const FULL = { width: 1000, height: 750 }

/** Compresses to so many bits a pixel at the best quality, half of it at the lower one. */
const compressor = (bitsPerPixel: number) => {
  const tried: [number, number][] = []
  const compress = async ({ width, height }: typeof FULL, quality: number) => {
    tried.push([width, quality])
    const bits = bitsPerPixel * (quality < 0.95 ? 0.5 : 1)
    return new Blob([new Uint8Array(Math.round((width * height * bits) / 8))])
  }
  return { compress, tried }
}

describe('fitUnder', () => {
  it('keeps size and quality when they fit', async () => {
    const { compress, tried } = compressor(1)
    expect((await fitUnder(FULL, 300_000, compress)).size).toBe(93_750)
    expect(tried).toEqual([[1000, 0.97]])
  })
  it('gives up some quality before size', async () => {
    const { compress, tried } = compressor(4)
    await fitUnder(FULL, 300_000, compress)
    expect(tried.map(([width]) => width)).toEqual(tried.map(() => 1000))
    // The best of those below .95, to the hundredth.
    const fitting = tried.map(([, quality]) => quality).filter((quality) => quality < 0.95)
    expect(Math.max(...fitting)).toBeGreaterThanOrEqual(0.94)
  })
  it('then gets smaller, and never goes below .92', async () => {
    const { compress, tried } = compressor(24)
    expect((await fitUnder(FULL, 300_000, compress)).size).toBeLessThanOrEqual(300_000)
    expect(Math.min(...tried.map(([, quality]) => quality))).toBe(0.92)
    expect(tried.at(-1)?.[0]).toBeLessThan(1000)
  })
  it('does not try 40 megapixels at their own size', async () => {
    const { compress, tried } = compressor(0.01)
    await fitUnder({ width: 7300, height: 5475 }, 5_000_000, compress)
    expect(tried).toEqual([[4096, 0.97]])
  })
  it('tries a tiny picture once at its own size', async () => {
    const { compress, tried } = compressor(1)
    await fitUnder({ width: 100, height: 80 }, 300_000, compress)
    expect(tried).toEqual([[100, 0.97]])
  })
  it.each([
    ['a limit nothing fits under', 10, compressor(24).compress],
    ['a canvas that gives nothing', 300_000, async () => new Blob([])],
  ])('%s', async (_, limit, compress) => {
    await expect(fitUnder(FULL, limit, compress)).rejects.toThrow(EncodeError)
  })
})
