import { describe, expect, it } from 'vitest'
import { convexHull, spansOf } from './hull.ts'

const SQUARE = [
  { x: 2, y: 2 },
  { x: 6, y: 2 },
  { x: 6, y: 5 },
  { x: 2, y: 5 },
]

describe('convexHull', () => {
  it('keeps the corners and drops what is inside or on an edge', () => {
    const hull = convexHull([...SQUARE, { x: 4, y: 3 }, { x: 4, y: 2 }, { x: 3, y: 4 }])
    expect(hull).toHaveLength(4)
    expect(hull).toEqual(expect.arrayContaining(SQUARE))
  })
})

describe('spansOf', () => {
  it('covers the pixels whose centres are inside', () => {
    expect(spansOf(SQUARE, { width: 10, height: 10 })).toEqual([
      { y: 2, from: 2, to: 6 },
      { y: 3, from: 2, to: 6 },
      { y: 4, from: 2, to: 6 },
    ])
  })

  it('is cut to the picture', () => {
    expect(spansOf(SQUARE, { width: 4, height: 3 })).toEqual([{ y: 2, from: 2, to: 4 }])
  })

  it('has nothing for a shape outside or without area', () => {
    expect(spansOf(SQUARE, { width: 2, height: 2 })).toEqual([])
    expect(spansOf([{ x: 1, y: 1 }], { width: 9, height: 9 })).toEqual([])
  })

  it('covers the area of a circle', () => {
    const circle = Array.from({ length: 90 }, (_, i) => ({
      x: 50 + 40 * Math.cos((i * Math.PI) / 45),
      y: 50 + 40 * Math.sin((i * Math.PI) / 45),
    }))
    const covered = spansOf(circle, { width: 100, height: 100 }).reduce(
      (sum, { from, to }) => sum + to - from,
      0,
    )
    expect(covered / (Math.PI * 40 ** 2)).toBeCloseTo(1, 2)
  })
})
