import { describe, expect, it } from 'vitest'
import { measureDlibBox, measureFace } from './face-geometry.ts'
import type { Point } from './pixels.ts'

/** Only the points that are measured: eyes 100 apart, the mouth 110 below, jaw from −90 to 90. */
const frontal = (): Point[] => {
  const points: Point[] = Array.from({ length: 68 }, () => ({ x: 0, y: 0 }))
  points.fill({ x: -50, y: 0 }, 36, 42)
  points.fill({ x: 50, y: 0 }, 42, 48)
  points.fill({ x: 0, y: 110 }, 48, 68)
  points.fill({ x: -90, y: 40 }, 1, 3)
  points.fill({ x: 90, y: 40 }, 14, 16)
  points[30] = { x: 0, y: 60 }
  return points
}
const moved = (points: Point[], degrees: number, x: number, y: number): Point[] => {
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)]
  return points.map((point) => ({
    x: x + point.x * cos - point.y * sin,
    y: y + point.x * sin + point.y * cos,
  }))
}

describe('measureFace', () => {
  it.each([-60, -25, 0, 10, 45])('measures a face rolled by %i°', (degrees) => {
    const { roll, interEyeDistance, turn } = measureFace(moved(frontal(), degrees, 400, 400))
    expect(roll).toBeCloseTo(degrees)
    expect(interEyeDistance).toBeCloseTo(100)
    expect(turn).toBeCloseTo(0)
  })

  it.each([
    [45, 0.5],
    [-45, -0.5],
    [90, 1],
  ])('measures a nose %i to the side as a turn of %f, rolled or not', (shift, expected) => {
    const points = frontal()
    points[30] = { x: shift, y: 60 }
    expect(measureFace(points).turn).toBeCloseTo(expected)
    expect(measureFace(moved(points, 30, 400, 400)).turn).toBeCloseTo(expected)
  })

  it('cuts out what dlib does, turned with the head: side from eyes to mouth, more above than below', () => {
    const side = Math.hypot(50, 110) / 0.45
    const upright = measureDlibBox(moved(frontal(), 0, 500, 500))
    expect(upright.side).toBeCloseTo(side)
    expect(upright.middle.y).toBeCloseTo(500 + 110 / 3 + 0.07 * side)
    const lying = measureDlibBox(moved(frontal(), 90, 500, 500))
    expect(lying.side).toBeCloseTo(side)
    expect(lying.angle).toBeCloseTo(Math.PI / 2)
    expect(lying.middle.x).toBeCloseTo(500 - 110 / 3 - 0.07 * side)
  })

  it('gives NaN, not a good pose, when all landmarks are one spot', () => {
    const { turn, roll } = measureFace(Array.from({ length: 68 }, () => ({ x: 9, y: 9 })))
    expect([turn, roll]).toEqual([Number.NaN, Number.NaN])
  })
})
