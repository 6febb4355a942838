import { describe, expect, it } from 'vitest'
import type { Point } from './face-measures.ts'
import { convexHull } from './face-outline.ts'
import { measureLight, measureSharpness, type Pixels, spanOf } from './pixel-quality.ts'

const SIZE = 32
const paint = (grey: (x: number, y: number) => number): Pixels => {
  const data = new Uint8ClampedArray(SIZE * SIZE * 4)
  for (let y = 0; y < SIZE; y += 1) {
    for (let x = 0; x < SIZE; x += 1) data.set([grey(x, y), grey(x, y), grey(x, y), 255], (y * SIZE + x) * 4)
  }
  return { width: SIZE, height: SIZE, data }
}
const ALL: Point[] = [
  { x: 0, y: 0 },
  { x: SIZE, y: 0 },
  { x: SIZE, y: SIZE },
  { x: 0, y: SIZE },
]
const LEFT_HALF = ALL.map(({ x, y }) => ({ x: x / 2, y }))

describe('measureLight', () => {
  // Linear 25 of 255 lies between sRGB 88 and 89, linear 247 between 251 and 252.
  it.each([
    ['black', () => 0, { underExposed: 1, overExposed: 0 }],
    ['just dark', () => 88, { underExposed: 1, overExposed: 0 }],
    ['just not dark', () => 89, { underExposed: 0, overExposed: 0 }],
    ['middle grey', () => 128, { underExposed: 0, overExposed: 0 }],
    ['just not clipped', () => 251, { underExposed: 0, overExposed: 0 }],
    ['clipped', () => 252, { underExposed: 0, overExposed: 1 }],
    ['half and half', (x: number) => (x < SIZE / 2 ? 0 : 255), { underExposed: 0.5, overExposed: 0.5 }],
  ])('%s', (_, grey, expected) => {
    expect(measureLight(paint(grey), ALL)).toEqual(expected)
  })

  it('looks inside the outline only', () => {
    const pixels = paint((x) => (x < SIZE / 2 ? 0 : 255))
    expect(measureLight(pixels, LEFT_HALF)).toEqual({ underExposed: 1, overExposed: 0 })
  })

  it('an outline off the picture: nothing to complain about', () => {
    const off = ALL.map(({ x, y }) => ({ x: x + 100, y }))
    expect(
      measureLight(
        paint(() => 0),
        off,
      ),
    ).toEqual({ underExposed: 0, overExposed: 0 })
  })
})

describe('measureSharpness', () => {
  const edge = (width: number) => paint((x) => 255 / (1 + Math.exp((SIZE / 2 - x) / width)))
  it('falls with every bit of blur', () => {
    const values = [0.2, 1, 2, 4].map((width) => measureSharpness(edge(width), ALL))
    expect(values).toEqual([...values].sort((a, b) => b - a))
    expect(values[0]).toBeGreaterThan(10 * (values[2] ?? 0))
  })
  it('is nothing on a plain wall, whatever its brightness', () => {
    expect(
      measureSharpness(
        paint(() => 200),
        ALL,
      ),
    ).toBe(0)
  })
})

describe('spanOf', () => {
  it.each([
    ['through a square', ALL.map(({ x, y }) => ({ x: x / 2 + 4, y })), 5, [4, SIZE / 2 + 3]],
    ['above it', ALL, -3, null],
    ['below it', ALL, SIZE + 1, null],
  ])('%s', (_, outline, row, expected) => {
    expect(spanOf(outline, row)).toEqual(expected)
  })
})

describe('convexHull', () => {
  it('keeps the corners and drops what lies inside or on an edge', () => {
    const hull = convexHull([...ALL, { x: 5, y: 9 }, { x: SIZE / 2, y: 0 }])
    expect(new Set(hull)).toEqual(new Set(ALL))
    expect(hull).toHaveLength(4)
  })
})
