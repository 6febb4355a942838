import { expect, it } from 'vitest'
import type { Point } from '../pixels.ts'
import { fitHomography } from './homography.ts'

const grid: Point[] = [0, 90, 180, 270].flatMap((x) => [0, 70, 140].map((y) => ({ x: x + 20, y: y + 300 })))

/** A plane turned and seen from near by. */
const project = ({ x, y }: Point): Point => {
  const depth = 1 + 0.0012 * x - 0.0007 * y
  return { x: (0.8 * x + 0.1 * y + 40) / depth, y: (-0.2 * x + 1.1 * y - 15) / depth }
}

it('is exact where both are pictures of one plane', () => {
  const homography = fitHomography(grid, grid.map(project))
  for (const point of [...grid, { x: 155, y: 333 }]) {
    const [found, expected] = [homography(point), project(point)]
    expect(found.x).toBeCloseTo(expected.x, 6)
    expect(found.y).toBeCloseTo(expected.y, 6)
  }
})

it('leaves over what stands out of the plane', () => {
  const raised = (index: number) => (index === 5 ? 10 : 0)
  const seen = grid.map(project).map(({ x, y }, index) => ({ x: x + raised(index), y }))
  const homography = fitHomography(grid, seen)
  const left = grid.map((point, index) => (seen[index]?.x ?? 0) - homography(point).x)
  expect(left[5]).toBeGreaterThan(5)
  expect(left[5]).toBe(Math.max(...left))
})
