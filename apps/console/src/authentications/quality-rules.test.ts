import { expect, it } from 'vitest'
import { isBelowGate, toQualityRows } from './quality-rules.ts'

it('calls the components by their names, in the order of the standard, with the line where there is one', () => {
  const rows = toQualityRows({ x58: 80, x49: 88, x44: 60, x99: 1 })
  expect(rows).toEqual([
    { name: 'Luminance mean', id: '44', scalar: 60 },
    { name: 'Sharpness', id: '49', scalar: 88 },
    // 16 degrees: cos² is 0.92.
    { name: 'Head pose yaw', id: '58', scalar: 80, gate: 92 },
  ])
  expect(rows.map(isBelowGate)).toEqual([false, false, true])
})

it('draws no line for a gate that is off', () => {
  expect(toQualityRows({ x50: 3, x4d: 3 })).toEqual([
    { name: 'Eyes open', id: '4d', scalar: 3, gate: 73 },
    { name: 'Mouth occlusion prevention', id: '50', scalar: 3 },
  ])
})
