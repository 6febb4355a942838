import { describe, expect, it } from 'vitest'
import type { Plane } from './sharpness.ts'
import { measureSharpness, SHARPNESS_INTER_EYE_PX, shrink } from './sharpness.ts'
import { noise } from './testing/synthetic.ts'

const plane = (width: number, height: number, paint: (x: number, y: number) => number): Plane => ({
  width,
  height,
  values: Float32Array.from({ length: width * height }, (_, i) => paint(i % width, Math.floor(i / width))),
})

const all = ({ width, height }: Plane) => [
  { x: 0, y: 0 },
  { x: width, y: 0 },
  { x: width, y: height },
  { x: 0, y: height },
]

const checks = (cell: number, light = 255) =>
  plane(64, 64, (x, y) => ((Math.floor(x / cell) + Math.floor(y / cell)) % 2 ? light : 0))

describe('shrink', () => {
  it('averages whole areas', () => {
    expect([...shrink(checks(1), { width: 2, height: 2 }).values]).toEqual([127.5, 127.5, 127.5, 127.5])
  })

  it('shares a value between the areas it lies in', () => {
    const line = { width: 3, height: 1, values: Float32Array.of(0, 90, 0) }
    const { values } = shrink(line, { width: 2, height: 1 })
    expect(values[0]).toBeCloseTo(30, 4)
    expect(values[1]).toBeCloseTo(30, 4)
  })

  it('keeps the mean of any picture at any size', () => {
    const random = noise(7)
    const big = plane(37, 23, () => 255 * random())
    const mean = ({ values }: Plane) => values.reduce((sum, value) => sum + value, 0) / values.length
    expect(mean(shrink(big, { width: 17, height: 11 }))).toBeCloseTo(mean(big), 3)
  })
})

describe('measureSharpness', () => {
  const measure = (picture: Plane, interEye = SHARPNESS_INTER_EYE_PX) =>
    measureSharpness(picture, all(picture), interEye)

  it('of a flat face is nothing', () => {
    expect(measure(plane(64, 64, () => 120))).toEqual({ laplacian: 0, tenengrad: 0, detail: 0 })
  })

  // In a board of single pixels each neighbour is the opposite: Laplacian ±4 · 255, variance (4 · 255)²,
  // variance of the board itself 127.5², Sobel 0.
  it('of a board of single pixels is known by hand', () => {
    const { laplacian, tenengrad, detail } = measure(checks(1))
    expect(laplacian).toBeCloseTo(1020 ** 2, 0)
    expect(tenengrad).toBe(0)
    expect(detail).toBeCloseTo(64, 6)
  })

  // A ramp of 2 a pixel: Laplacian 0, Sobel 8 · 2 across, 0 down.
  it('of a ramp is its slope', () => {
    const { laplacian, tenengrad } = measure(plane(64, 64, (x) => 2 * x))
    expect(laplacian).toBeCloseTo(0, 6)
    expect(tenengrad).toBeCloseTo(256, 6)
  })

  it('falls with blur', () => {
    const sharp = checks(4)
    const at = (x: number, y: number) => sharp.values[Math.min(63, y) * 64 + Math.min(63, x)] ?? 0
    const blurred = plane(64, 64, (x, y) => (at(x, y) + at(x + 1, y) + at(x, y + 1) + at(x + 1, y + 1)) / 4)
    expect(measure(blurred).laplacian).toBeLessThan(measure(sharp).laplacian / 2)
    expect(measure(blurred).tenengrad).toBeLessThan(measure(sharp).tenengrad)
    expect(measure(blurred).detail).toBeLessThan(measure(sharp).detail / 2)
  })

  it('gives the same detail for half the light, a quarter of the Laplacian', () => {
    const [full, half] = [measure(checks(4, 240)), measure(checks(4, 120))]
    expect(half.laplacian).toBeCloseTo(full.laplacian / 4, 3)
    expect(half.detail).toBeCloseTo(full.detail, 9)
  })

  it('takes a small face as it is', () => {
    expect(measure(checks(4), SHARPNESS_INTER_EYE_PX / 2)).toEqual(measure(checks(4)))
  })

  it('compares at one size: twice the pixels change nothing', () => {
    const small = checks(4)
    const large = plane(128, 128, (x, y) => ((Math.floor(x / 8) + Math.floor(y / 8)) % 2 ? 255 : 0))
    const [one, two] = [measure(small), measure(large, 2 * SHARPNESS_INTER_EYE_PX)]
    expect(two.detail).toBeCloseTo(one.detail, 6)
  })
})
