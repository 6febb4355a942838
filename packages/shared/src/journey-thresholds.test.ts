import { describe, expect, it } from 'vitest'
import { journeyThresholdsSchema } from './journey-thresholds.ts'

const isValid = (value: unknown) => journeyThresholdsSchema.safeParse(value).success

describe('journeyThresholdsSchema', () => {
  it.each([
    [{}],
    [{ yaw: { enter: 20, leave: 18 } }],
    [{ motion: null, mouth_covered: {}, burnt_out: { blocks: false } }],
  ])('takes %j', (value) => expect(isValid(value)).toBe(true))

  it.each([
    ['a check that does not exist', { mean_brightness: { enter: 90 } }],
    ['a head covering', { head_covering: {} }],
    ['what the person cannot mend', { short_side: { blocks: true } }],
    ['a field that does not exist', { yaw: { max: 20 } }],
    ['a value out of range', { yaw: { enter: 200 } }],
    ['a band the wrong way round', { yaw: { enter: 10, leave: 12 } }],
    ['no distance at which a face would do', { head_too_small: { enter: 0.5, leave: 0.6 } }],
    ['text', { yaw: { enter: '20' } }],
  ])('refuses %s', (_, value) => expect(isValid(value)).toBe(false))
})
