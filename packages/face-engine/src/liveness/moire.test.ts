import { expect, it } from 'vitest'
import type { Pixels } from '../pixels.ts'
import { measureMoire } from './moire.ts'

const SIDE = 300
const FACE = { x: 20, y: 20, width: 260, height: 260 }

/** Noise without a pattern, the same everywhere, and what else the pixel at x, y has. */
const pictureOf = (extra: (x: number, y: number) => number): Pixels => {
  let state = 1
  const noise = () => {
    state = (state * 48271) % 2147483647
    return (state / 2147483647 - 0.5) * 12
  }
  const data = new Uint8Array(SIDE * SIDE * 3)
  for (let at = 0; at < SIDE * SIDE; at += 1) {
    const value = 128 + noise() + extra(at % SIDE, Math.floor(at / SIDE))
    data.fill(Math.round(value), 3 * at, 3 * at + 3)
  }
  return { data, width: SIDE, height: SIDE }
}
const dots = (x: number, y: number) => 6 * Math.sin(x * 1.3) * Math.sin(y * 1.1)

it('is low on skin and high on dots', () => {
  const plain = measureMoire(
    pictureOf((x) => 40 * Math.sin(x / 60)),
    FACE,
  )
  expect(plain).toBeGreaterThan(0.5)
  expect(plain).toBeLessThan(1.6)
  expect(measureMoire(pictureOf(dots), FACE)).toBeGreaterThan(2.8)
})

it('does not take the blocks of a JPEG for dots', () => {
  const blocks = (x: number, y: number) => (x % 8 === 0 ? 5 : 0) + (y % 8 === 0 ? 5 : 0)
  expect(measureMoire(pictureOf(blocks), FACE)).toBeLessThan(2)
})

it('copes with a small face, and with one over the edge', () => {
  const picture = pictureOf(dots)
  expect(measureMoire(picture, { x: 100, y: 100, width: 80, height: 90 })).toBeGreaterThan(2)
  expect(measureMoire(picture, { x: -40, y: 250, width: 30, height: 30 })).toBeGreaterThanOrEqual(0)
})

it('finds nothing in a picture of one colour', () => {
  expect(
    measureMoire({ data: new Uint8Array(SIDE * SIDE * 3).fill(99), width: SIDE, height: SIDE }, FACE),
  ).toBe(0)
})
