import { expect, it } from 'vitest'
import type { Box, Pixels } from './pixels.ts'
import { sampleRegion } from './sample-region.ts'

const pixels: Pixels = {
  data: Uint8Array.from({ length: 90 * 70 * 3 }, (_, index) => (index * 7919) % 251),
  width: 90,
  height: 70,
}

/** Sub-positions along one side, a step and a half apart at most. */
const positions = (start: number, length: number, outLength: number, index: number): number[] => {
  const step = length / outLength
  const taps = Math.max(1, Math.ceil(step / 1.5))
  return Array.from({ length: taps }, (_, tap) =>
    Math.min(start + (index + tap / taps) * step, start + length - 1),
  )
}

/** The definition, number by number: the mean of bilinear samples. */
const sampleAt = (crop: Box, x: number, y: number, channel: number): number => {
  const colour = (column: number, row: number) =>
    pixels.data[
      (Math.min(row, crop.y + crop.height - 1) * pixels.width + Math.min(column, crop.x + crop.width - 1)) *
        3 +
        channel
    ] ?? 0
  const [left, top] = [Math.floor(x), Math.floor(y)]
  const [right, down] = [x - left, y - top]
  const upper = colour(left, top) * (1 - right) + colour(left + 1, top) * right
  const lower = colour(left, top + 1) * (1 - right) + colour(left + 1, top + 1) * right
  return upper * (1 - down) + lower * down
}

it.each<[string, Box, number]>([
  ['enlarges', { x: 10, y: 5, width: 12, height: 12 }, 40],
  ['keeps', { x: 0, y: 0, width: 32, height: 32 }, 32],
  ['shrinks a little, to the edge', { x: 30, y: 10, width: 60, height: 60 }, 41],
  ['shrinks much', { x: 0, y: 0, width: 70, height: 70 }, 9],
  ['makes one pixel', { x: 3, y: 4, width: 1, height: 1 }, 5],
])('%s', (_, crop, size) => {
  const out = new Float32Array(size * size * 3)
  sampleRegion(pixels, crop, { size, mean: [10, 20, 30], placement: 'centre' }, out)
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const samples = positions(crop.y, crop.height, size, row).flatMap((y) =>
        positions(crop.x, crop.width, size, column).map((x) => sampleAt(crop, x, y, 1)),
      )
      const mean = samples.reduce((sum, value) => sum + value, 0) / samples.length
      expect(out[(row * size + column) * 3 + 1]).toBeCloseTo((mean - 20) / 255, 5)
    }
  }
})

it('leaves black around what is not square', () => {
  const out = new Float32Array(4 * 4 * 3)
  const white = { data: new Uint8Array(8 * 4 * 3).fill(255), width: 8, height: 4 }
  const whole = { x: 0, y: 0, width: 8, height: 4 }
  sampleRegion(white, whole, { size: 4, mean: [0, 0, 0], placement: 'centre' }, out)
  const rows = [0, 1, 2, 3].map((row) => out[row * 12])
  expect(rows).toEqual([
    expect.closeTo(0, 6),
    expect.closeTo(1, 6),
    expect.closeTo(1, 6),
    expect.closeTo(0, 6),
  ])
})
