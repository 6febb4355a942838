import { describe, expect, it } from 'vitest'
import type { Box, Pixels } from '../pixels.ts'
import { createPassiveScorer, cropOf } from './passive.ts'

describe('cropOf', () => {
  const picture = { width: 640, height: 480 }

  it.each<[string, Box, Box]>([
    [
      '2.7 times the face',
      { x: 300, y: 200, width: 100, height: 100 },
      { x: 215, y: 115, width: 271, height: 271 },
    ],
    [
      'moved off the edge',
      { x: 20, y: 10, width: 100, height: 100 },
      { x: 0, y: 0, width: 271, height: 271 },
    ],
    [
      'as much as there is',
      { x: 200, y: 100, width: 200, height: 300 },
      { x: 140, y: 0, width: 320, height: 480 },
    ],
  ])('takes %s', (_, face, expected) => {
    expect(cropOf(face, picture)).toEqual(expected)
  })

  it('stays within the picture', () => {
    for (const face of [
      { x: -50, y: -80, width: 300, height: 350 },
      { x: 500, y: 400, width: 200, height: 200 },
      { x: 0, y: 0, width: 640, height: 480 },
    ]) {
      const { x, y, width, height } = cropOf(face, picture)
      expect([x >= 0, y >= 0, x + width <= 640, y + height <= 480]).toEqual([true, true, true, true])
      expect(Math.min(width, height)).toBeGreaterThan(0)
    }
  })
})

describe('createPassiveScorer', () => {
  const pixels: Pixels = {
    data: Uint8Array.from({ length: 64 * 64 * 3 }, (_, at) => [200, 100, 50][at % 3] ?? 0),
    width: 64,
    height: 64,
  }
  const face = { x: 16, y: 16, width: 32, height: 32 }

  it('shows blue first, a plane each, 0 to 255, and reads the first class', async () => {
    const seen: number[] = []
    const score = createPassiveScorer({
      run: async (input, shape) => {
        expect(shape).toEqual([1, 3, 128, 128])
        seen.push(...[0, 1, 2].map((plane) => input[plane * 128 * 128 + 999] ?? 0))
        return [Float32Array.of(Math.log(3), 0)]
      },
    })
    expect(await score(pixels, face)).toBeCloseTo(0.75)
    expect(seen).toEqual([expect.closeTo(50, 3), expect.closeTo(100, 3), expect.closeTo(200, 3)])
  })

  it('takes no other network for one of its kind', async () => {
    const score = createPassiveScorer({ run: async () => [new Float32Array(1000)] })
    await expect(score(pixels, face)).rejects.toThrow('1000')
  })
})
