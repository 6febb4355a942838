import { expect, it } from 'vitest'
import { meshAt } from '../testing/turning-head.ts'
import { measurePose } from './head-pose.ts'
import type { HeadPose } from './types.ts'

/** Degrees: the camera is near, and the fit knows no perspective. */
const TOLERANCE = 2

it.each<[string, Partial<HeadPose>]>([
  ['ahead', {}],
  ['to its own left', { yaw: 30 }],
  ['to its own right', { yaw: -30 }],
  ['far aside', { yaw: 60 }],
  ['up', { pitch: 20 }],
  ['down', { pitch: -20 }],
  ['clockwise', { roll: 25 }],
  ['the other way round', { roll: -25 }],
  ['up and aside', { yaw: 25, pitch: 12 }],
])('knows a head that is turned %s', (_, pose) => {
  const expected = { yaw: 0, pitch: 0, roll: 0, ...pose }
  const found = measurePose(meshAt(pose))
  for (const axis of ['yaw', 'pitch'] as const) {
    expect(Math.abs(found[axis] - expected[axis])).toBeLessThan(TOLERANCE)
  }
  // Beside a nod and a turn, the line of the eyes tilts in the picture.
  if (!pose.pitch) expect(Math.abs(found.roll - expected.roll)).toBeLessThan(TOLERANCE)
})

it('is not moved by what the face does', () => {
  const mesh = meshAt({ yaw: 20 })
  const before = measurePose(mesh)
  // Point 152: the chin.
  mesh[3 * 152 + 1] = (mesh[3 * 152 + 1] ?? 0) + 40
  expect(measurePose(mesh)).toEqual(before)
})
