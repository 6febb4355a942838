import { expect, it } from 'vitest'
import { nextCamera } from './next-camera.ts'

const CAMERAS = [
  { deviceId: 'a', label: 'Integrated IR Camera' },
  { deviceId: 'b', label: 'Depth camera' },
  { deviceId: 'c', label: 'Integrated Camera (mirror)' },
]

it.each([
  [['a'], 'c'],
  [['a', 'c'], 'b'],
  [['a', 'b', 'c'], null],
  [[], 'c'],
])('after %j: %s', (tried, expected) => {
  expect(nextCamera(CAMERAS, tried)).toBe(expected)
})
