import { describe, expect, it } from 'vitest'
import { ARCFACE_CHIP, alignFace, DLIB_CHIP } from './face-chip.ts'
import type { Point } from './pixels.ts'
import { applySimilarity } from './similarity.ts'

const CHIPS = [
  ['ArcFace', ARCFACE_CHIP],
  ['dlib', DLIB_CHIP],
] as const

/** 68 landmarks of which only those that align lie anywhere: on the chip's own points, moved. */
const landmarksAt = (points: readonly Point[], move: (point: Point) => Point): Point[] => {
  const [left, right, nose, mouthLeft, mouthRight] = points.map(move)
  const landmarks = Array.from({ length: 68 }, () => ({ x: 0, y: 0 }))
  if (!(left && right && nose && mouthLeft && mouthRight)) throw new Error('five points')
  landmarks.fill(left, 36, 42).fill(right, 42, 48)
  landmarks[30] = nose
  landmarks[48] = mouthLeft
  landmarks[54] = mouthRight
  return landmarks
}

describe.each(CHIPS)('%s', (_, chip) => {
  it.each([0, 30, 45, 120, 180, -90])('brings a face rolled by %i° upright', (degrees) => {
    const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)]
    const move = ({ x, y }: Point) => ({ x: 400 + 3 * (x * cos - y * sin), y: 300 + 3 * (x * sin + y * cos) })
    const toPicture = alignFace(landmarksAt(chip.points, move), chip)
    for (const point of chip.points) {
      const there = applySimilarity(toPicture, point)
      expect(there.x).toBeCloseTo(move(point).x, 4)
      expect(there.y).toBeCloseTo(move(point).y, 4)
    }
  })
})
