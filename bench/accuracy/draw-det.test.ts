import { expect, it } from 'vitest'
import { drawDet } from './draw-det.ts'

const point = (falseMatchRate: number, falseNonMatchRate: number) => ({
  threshold: 0,
  falseMatchRate,
  falseNonMatchRate,
})

it('draws each curve once a pixel, with its name', () => {
  const svg = drawDet('A & B', [
    { name: 'all', points: [point(0, 1), point(0, 1), point(1, 0)] },
    { name: '<x>', points: [point(1e-2, 1e-2)] },
  ])
  expect(svg.match(/<polyline/g)).toHaveLength(2)
  expect(svg).toContain('points="56.0,56.0 424.0,424.0"')
  expect(svg).toContain('A &amp; B')
  expect(svg).toContain('&lt;x>')
  expect(svg).not.toMatch(/NaN|Infinity/)
})
