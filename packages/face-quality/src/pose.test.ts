import { describe, expect, it } from 'vitest'
import { poseOf } from './pose.ts'
import { rotation } from './testing/synthetic.ts'

describe('poseOf', () => {
  it('takes the identity for a frontal face', () => {
    const pose = poseOf([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, -50, 1])
    expect(Math.abs(pose?.yaw ?? 1) + Math.abs(pose?.pitch ?? 1) + Math.abs(pose?.roll ?? 1)).toBe(0)
  })

  // Columns are where the head's axes point: x right, y up, z to the camera. sin 30° = ½, cos 30° = 0.866.
  it.each([
    ['the nose to the right of the picture', [0.866, 0, -0.5, 0, 0, 1, 0, 0, 0.5, 0, 0.866, 0], { yaw: 30 }],
    ['the nose up', [1, 0, 0, 0, 0, 0.866, -0.5, 0, 0, 0.5, 0.866, 0], { pitch: 30 }],
    ['the crown to the left of the picture', [0.866, 0.5, 0, 0, -0.5, 0.866, 0, 0, 0, 0, 1, 0], { roll: 30 }],
  ])('reads %s', (_, columns, expected) => {
    const pose = poseOf([...columns, 0, 0, -50, 1])
    const { yaw, pitch, roll } = { yaw: 0, pitch: 0, roll: 0, ...expected }
    expect(pose?.yaw).toBeCloseTo(yaw, 1)
    expect(pose?.pitch).toBeCloseTo(pitch, 1)
    expect(pose?.roll).toBeCloseTo(roll, 1)
  })

  it.each([
    [12, -7, 20, 1],
    [-35, 25, -40, 1],
    [5, 60, 170, 2.5],
  ])('finds yaw %d, pitch %d, roll %d at scale %d again', (yaw, pitch, roll, scale) => {
    const pose = poseOf(Float32Array.from(rotation(yaw, pitch, roll, scale)))
    expect(pose?.yaw).toBeCloseTo(yaw, 3)
    expect(pose?.pitch).toBeCloseTo(pitch, 3)
    expect(pose?.roll).toBeCloseTo(roll, 3)
  })

  it.each([
    ['zeros', new Array<number>(16).fill(0)],
    ['nothing', []],
    ['something that is no number', rotation(0, 0, 0).with(5, Number.NaN)],
  ])('gives no pose for %s', (_, matrix) => {
    expect(poseOf(matrix)).toBeUndefined()
  })
})
