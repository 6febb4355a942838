import { describe, expect, it } from 'vitest'
import type { Point } from './pixels.ts'
import { applySimilarity, fitSimilarity, type Similarity, squareToPicture } from './similarity.ts'

const POINTS: Point[] = [
  { x: 38, y: 51 },
  { x: 73, y: 51 },
  { x: 56, y: 71 },
  { x: 41, y: 92 },
  { x: 70, y: 92 },
]
const turn = (degrees: number, scale: number, x: number, y: number): Similarity => {
  const angle = (degrees * Math.PI) / 180
  return { a: scale * Math.cos(angle), b: scale * Math.sin(angle), x, y }
}
const expectClose = (actual: Similarity, expected: Similarity) => {
  for (const key of ['a', 'b', 'x', 'y'] as const) expect(actual[key]).toBeCloseTo(expected[key], 6)
}

describe('fitSimilarity', () => {
  it.each([0, 17, 90, 135, 180, -45, -90])('finds a turn of %i° again', (degrees) => {
    const truth = turn(degrees, 2.5, 300, -40)
    expectClose(
      fitSimilarity(
        POINTS,
        POINTS.map((point) => applySimilarity(truth, point)),
      ),
      truth,
    )
  })

  it('takes the middle of points that do not agree', () => {
    const shaken = POINTS.map(({ x, y }, index) => ({ x: x + (index % 2 ? 1 : -1), y }))
    const { a, b } = fitSimilarity(POINTS, shaken)
    expect(a).toBeCloseTo(1, 1)
    expect(Math.abs(b)).toBeLessThan(0.05)
  })

  it('never mirrors', () => {
    const mirrored = POINTS.map(({ x, y }) => ({ x: 112 - x, y }))
    const { a, b } = fitSimilarity(POINTS, mirrored)
    // The left eye stays left of the right one in its own frame: no similarity with a mirror in it exists.
    expect(a * a + b * b).toBeLessThan(1)
  })

  it('gives NaN when all points are one', () => {
    const spot = POINTS.map(() => ({ x: 5, y: 5 }))
    expect(fitSimilarity(spot, POINTS).a).toBeNaN()
  })
})

describe('squareToPicture', () => {
  it('takes the middle of the square to the middle, and its corner around it', () => {
    const square = squareToPicture(112, { x: 200, y: 100 }, 56, Math.PI / 2)
    expect(applySimilarity(square, { x: 56, y: 56 })).toEqual({ x: 200, y: 100 })
    const corner = applySimilarity(square, { x: 0, y: 0 })
    expect(corner.x).toBeCloseTo(228)
    expect(corner.y).toBeCloseTo(72)
  })
})
