import { CANONICAL_FACE } from '@visavis/face-models/canonical-face'
import { describe, expect, it } from 'vitest'
import { FACE_TRIANGLES } from './face-triangles.ts'
import { fitFace } from './fit-face.ts'
import type { HeadPortrait } from './head-portrait.ts'
import { createHeadSurface } from './head-surface.ts'
import { inflate } from './inflate.ts'
import { rasterise } from './rasterise.ts'
import { holdSheet } from './sheet.ts'
import { turnHead } from './turn-head.ts'

const PIXELS_PER_CM = 8
const CENTRE = { x: 120, y: 130 }
const NOSE = 4
const CHIN = 152

/** The canonical face itself, from the front, in a picture that is a person all over. */
const nobody = (): HeadPortrait => {
  const [width, height] = [240, 360]
  const places = Array.from({ length: 468 }, (_, point) => [
    CENTRE.x + PIXELS_PER_CM * (CANONICAL_FACE[3 * point] ?? 0),
    CENTRE.y - PIXELS_PER_CM * (CANONICAL_FACE[3 * point + 1] ?? 0),
  ]).flat()
  return {
    picture: { data: new Uint8ClampedArray(width * height * 4).fill(255), width, height },
    places,
    pose: { yaw: 0, pitch: 0, roll: 0 },
  }
}

it('has triangles that make a face without holes', () => {
  const edges = new Map<string, number>()
  for (let first = 0; first < FACE_TRIANGLES.length; first += 3) {
    const corners = [...FACE_TRIANGLES.subarray(first, first + 3)]
    for (const [index, from] of corners.entries()) {
      const key = [from, corners[(index + 1) % 3] ?? 0].sort((a, b) => a - b).join()
      edges.set(key, (edges.get(key) ?? 0) + 1)
    }
  }
  expect(new Set(FACE_TRIANGLES).size).toBe(468)
  // The oval of the face has 36 points; within, every edge is between two triangles.
  expect([...edges.values()].filter((triangles) => triangles === 1)).toHaveLength(36)
  expect(Math.max(...edges.values())).toBe(2)
})

describe('fitFace', () => {
  it('finds size and place of a face from the front', () => {
    const { pixelsPerCm, centre, depths } = fitFace(nobody().places, { yaw: 0, pitch: 0, roll: 0 })
    expect(pixelsPerCm).toBeCloseTo(PIXELS_PER_CM, 3)
    expect(centre.x).toBeCloseTo(CENTRE.x, 1)
    expect(centre.y).toBeCloseTo(CENTRE.y, 1)
    expect(depths[NOSE]).toBeCloseTo(-(CANONICAL_FACE[3 * NOSE + 2] ?? 0), 3)
  })

  it('has the far cheek of a turned face farther away', () => {
    const { depths } = fitFace(nobody().places, { yaw: 30, pitch: 0, roll: 0 })
    expect(depths[454]).toBeGreaterThan((depths[234] ?? 0) + 5)
  })
})

it('inflates a disc to half a ball', () => {
  const [size, radius] = [41, 15]
  const at = (x: number, y: number) => y * size + x
  const inside = new Uint8Array(size * size)
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) inside[at(x, y)] = Math.hypot(x - 20, y - 20) < radius ? 1 : 0
  }
  const free = new Float32Array(inside.length).fill(Number.NaN)
  const heights = inflate({ columns: size, rows: size }, inside, free, 1)
  const top = heights[at(20, 20)] ?? 0
  for (const away of [5, 9, 12]) {
    const expected = Math.sqrt(1 - (away / radius) ** 2)
    expect(Math.abs((heights[at(20 + away, 20)] ?? 0) / top - expected)).toBeLessThan(0.06)
  }
})

describe('turnHead', () => {
  const head = createHeadSurface(nobody())
  const placing = { distance: 60, x: 0, y: 0 }
  /** Point of the front that is nearest to one of the 468. */
  const nearest = (point: number) => {
    const [x, y] = [CANONICAL_FACE[3 * point] ?? 0, -(CANONICAL_FACE[3 * point + 1] ?? 0)]
    let best = 0
    const away = (at: number) => Math.hypot((head.points[at] ?? 0) - x, (head.points[at + 1] ?? 0) - y)
    for (let at = 0; at < head.points.length / 2; at += 3) if (away(at) < away(best)) best = at
    return best
  }
  const moved = (pose: { yaw: number; pitch: number; roll: number }, at: number) => {
    const straight = turnHead(head, { yaw: 0, pitch: 0, roll: 0 }, placing).points
    const turned = turnHead(head, pose, placing).points
    return [0, 1].map((axis) => (turned[at + axis] ?? 0) - (straight[at + axis] ?? 0))
  }

  it('moves the nose to the right of the picture when it turns to its own left', () => {
    const [right = 0] = moved({ yaw: 25, pitch: 0, roll: 0 }, nearest(NOSE))
    expect(right).toBeGreaterThan(4)
    expect(right).toBeLessThan(7)
  })

  it('moves the nose up when it looks up', () => {
    const [, down = 0] = moved({ yaw: 0, pitch: 15, roll: 0 }, nearest(NOSE))
    expect(down).toBeLessThan(-2)
  })

  it('leaves the shoulders where they are', () => {
    const lowest = (head.points.length / 2 / 3 - 100) * 3
    expect(head.points[lowest + 1]).toBeGreaterThan(head.chinCm + 6)
    expect(moved({ yaw: 25, pitch: 0, roll: 0 }, lowest)).toEqual([0, 0])
    expect(head.chinCm).toBeCloseTo(-(CANONICAL_FACE[3 * CHIN + 1] ?? 0), 0)
  })
})

describe('rasterise', () => {
  const view = { width: 60, height: 40, focal: 50, samples: 2 }
  const half = new Uint8ClampedArray(20 * 10 * 4).fill(255)
  for (let at = 0; at < half.length; at += 4) if ((at / 4) % 20 >= 10) half.set([255, 0, 0, 255], at)
  const sheet = { picture: { data: half, width: 20, height: 10 }, width: 20 }

  it('shows a sheet where it is, and nothing elsewhere', () => {
    const held = holdSheet(sheet, { yaw: 0, pitch: 0, roll: 0 }, { distance: 50, x: 0, y: 0 })
    const { data } = rasterise([held], view)
    const pixel = (x: number, y: number) => [...data.subarray((y * 60 + x) * 4, (y * 60 + x) * 4 + 4)]
    expect(pixel(24, 20)).toEqual([255, 255, 255, 255])
    expect(pixel(36, 20)).toEqual([255, 0, 0, 255])
    expect(pixel(10, 20)).toEqual([0, 0, 0, 0])
    expect(pixel(30, 30)).toEqual([0, 0, 0, 0])
  })

  it('shows what is nearer, in whatever order it comes', () => {
    const near = holdSheet(sheet, { yaw: 180, pitch: 0, roll: 0 }, { distance: 40, x: 0, y: 0 })
    const far = holdSheet(sheet, { yaw: 0, pitch: 0, roll: 0 }, { distance: 50, x: 0, y: 0 })
    for (const order of [
      [near, far],
      [far, near],
    ]) {
      const { data } = rasterise(order, view)
      expect([...data.subarray((20 * 60 + 24) * 4, (20 * 60 + 24) * 4 + 3)]).toEqual([255, 0, 0])
    }
  })

  it('foreshortens a sheet that is turned', () => {
    const held = holdSheet(sheet, { yaw: 60, pitch: 0, roll: 0 }, { distance: 50, x: 0, y: 0 })
    const { data } = rasterise([held], view)
    const row = Array.from({ length: 60 }, (_, x) => data[(20 * 60 + x) * 4 + 3] ?? 0)
    expect(row.filter((opacity) => opacity > 128).length).toBeLessThan(13)
  })
})
