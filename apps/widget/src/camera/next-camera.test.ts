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

it('on a phone, the one that looks at the person', () => {
  const phone = [
    { deviceId: 'ir', label: 'camera2 3, facing front' },
    { deviceId: 'back', label: 'camera2 0, facing back' },
    { deviceId: 'front', label: 'camera2 1, facing front' },
  ]
  expect(nextCamera(phone, ['ir'])).toBe('front')
})
