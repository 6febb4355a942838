import { describe, expect, it } from 'vitest'
import type { Pixels } from './pixels.ts'
import { sampleChip } from './sample-chip.ts'
import { squareToPicture } from './similarity.ts'

const PLAIN = { mean: [0, 0, 0], divisor: 1 } as const
const IDENTITY = { a: 1, b: 0, x: 0, y: 0 }

/** Red is the column, green the row. */
const ramp = (width: number, height: number): Pixels => {
  const data = new Uint8Array(width * height * 3)
  for (let at = 0; at < width * height; at += 1) {
    data[3 * at] = at % width
    data[3 * at + 1] = Math.floor(at / width)
  }
  return { data, width, height }
}
const sample = (pixels: Pixels, size: number, toPicture = IDENTITY, mirror = false): Float32Array => {
  const out = new Float32Array(size * size * 3)
  sampleChip(pixels, toPicture, { size, ...PLAIN, mirror }, out)
  return out
}
const at = (chip: Float32Array, size: number, column: number, row: number) => [
  chip[(row * size + column) * 3],
  chip[(row * size + column) * 3 + 1],
]

describe('sampleChip', () => {
  it('copies where nothing moves', () => {
    const chip = sample(ramp(8, 8), 8)
    expect(at(chip, 8, 3, 5)).toEqual([3, 5])
    expect(at(chip, 8, 7, 7)).toEqual([7, 7])
  })

  it('reads between pixels', () => {
    expect(at(sample(ramp(8, 8), 4, { a: 1, b: 0, x: 0.5, y: 0.25 }), 4, 2, 2)).toEqual([2.5, 2.25])
  })

  it('turns', () => {
    // A quarter: what lay to the right is now below.
    const chip = sample(ramp(9, 9), 9, { a: 0, b: 1, x: 8, y: 0 })
    expect(at(chip, 9, 2, 3)).toEqual([5, 2])
  })

  it('mirrors', () => {
    const [plain, mirrored] = [sample(ramp(8, 8), 8), sample(ramp(8, 8), 8, IDENTITY, true)]
    expect(at(mirrored, 8, 0, 3)).toEqual(at(plain, 8, 7, 3))
  })

  it('averages what it makes smaller, so that a pattern finer than the chip turns grey', () => {
    const data = Uint8Array.from({ length: 64 * 64 * 3 }, (_, index) =>
      (index * 7919) % 256 < 128 ? 0 : 255,
    )
    const chip = sample({ data, width: 64, height: 64 }, 8, squareToPicture(8, { x: 32, y: 32 }, 64, 0))
    for (const value of chip.subarray(30, 90)) expect(Math.abs(value - 127.5)).toBeLessThan(100)
  })

  it('is black outside the picture, and normalises', () => {
    const out = new Float32Array(12)
    const white = { data: new Uint8Array(12).fill(255), width: 2, height: 2 }
    sampleChip(
      white,
      { a: 1, b: 0, x: 1, y: 0 },
      { size: 2, mean: [127.5, 127.5, 127.5], divisor: 127.5 },
      out,
    )
    expect([...out]).toEqual([1, 1, 1, -1, -1, -1, 1, 1, 1, -1, -1, -1])
  })
})
